import type { NormalDocument } from '../client/document.ts';
import { encodeHtml } from '../html/encode.ts';
import { pageElement } from '../html/page.ts';
import { type PageOptions, pageOf } from './page.ts';

/** The HTML of a document: tree first, so that another kind of page says the same. */
export function renderDocument(document: NormalDocument, options?: PageOptions): string {
  return encodeHtml(pageElement(pageOf(document, options)));
}
