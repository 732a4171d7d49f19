import type { Element, HtmlNode } from './element.ts';

/** Text and values of attributes are escaped here and nowhere else, so none is forgotten (A2R-TEXT-AS-TEXT). */
export function encodeHtml(node: HtmlNode): string {
  return typeof node === 'string' ? escapeText(node) : encodeElement(node);
}

function encodeElement({ tag, attributes, children }: Element): string {
  const head = [...attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('');
  // Of the vocabulary this one alone has no end.
  if (tag === 'input') return `<input${head}>`;
  return `<${tag}${head}>${children.map(encodeHtml).join('')}</${tag}>`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  // A parser would make a line feed of it.
  ['\r', '&#13;'],
  // HTML has no way to write it.
  ['\u0000', '\ufffd'],
]);

function escapeText(text: string): string {
  return text.replace(/[&<>"'\r\u0000]/g, (character) => escapes.get(character) ?? '');
}
