import { type Html, html } from '../html.ts';
import { inlineParts } from '../view/inline-parts.ts';

/** A sentence of the specification, with its code and its keyword set apart. */
export function inline(text: string): readonly Html[] {
  return inlineParts(text).map(({ kind, text: part }) => {
    if (kind === 'code') return html`<code>${part}</code>`;
    return kind === 'keyword' ? html`<strong class="keyword">${part}</strong>` : html`${part}`;
  });
}
