import { type Child, h } from './dom.ts';

/** A box to tick, or one of several to choose, in the shape of a chip. */
export function choice(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  ...words: readonly Child[]
): HTMLElement {
  return h('label', { class: 'choice' }, h('input', { type, name, value }), h('span', { class: 'chip' }, ...words));
}

export interface SearchField {
  readonly field: HTMLElement;
  readonly input: HTMLInputElement;
}

export function searchField(placeholder: string): SearchField {
  const input = h('input', { type: 'search', id: 'search', placeholder, autocomplete: 'off', spellcheck: 'false' });
  const label = h('label', { for: 'search' }, 'Search');
  return { input, field: h('div', { class: 'field' }, label, input, h('kbd', { 'aria-hidden': 'true' }, '/')) };
}
