import { number } from '../view/words.ts';
import { h, on } from './dom.ts';

interface Steps {
  /** How many are shown unasked. */
  readonly first?: number;
}

const batch = 100;

/** A list that shows some of its items, and more of them when asked: the page stays small whatever the report. */
export function batches<T>(
  items: readonly T[],
  show: (item: T) => HTMLElement,
  { first = batch }: Steps = {},
): HTMLElement {
  const list = h('ul', { class: 'rows' });
  const extend = (from: number, to: number): HTMLElement | undefined => {
    const shown = items.slice(from, to).map((item) => h('li', {}, show(item)));
    list.append(...shown);
    const left = items.length - to;
    if (left > 0) list.append(moreItem(Math.min(batch, left), left, () => extend(to, to + batch)));
    return shown[0];
  };
  extend(0, Math.min(first, batch));
  return list;
}

function moreItem(next: number, left: number, extend: () => HTMLElement | undefined): HTMLElement {
  const text = next === left ? `Show ${number(left)} more` : `Show ${number(next)} more of ${number(left)}`;
  const button = h('button', { type: 'button', class: 'more' }, text);
  const item = h('li', { class: 'more-item' }, button);
  on(button, 'click', () => {
    const first = extend();
    item.remove();
    // Whoever reads by keyboard goes on where the new items begin.
    first?.querySelector('summary')?.focus();
  });
  return item;
}
