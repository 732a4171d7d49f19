import { type ComparedCell, type ComparedRow, shapeOf, wordOf } from '../view/compared.ts';
import { h, tally } from './dom.ts';
import { said } from './text.ts';

/** A row of the matrix. Each cell names its subject, so that it can be read alone and on a telephone. */
export function comparedRow(
  { id, about, differs, cells }: ComparedRow,
  subjects: readonly string[],
  tellApart: boolean,
): HTMLElement {
  return h(
    'div',
    { class: 'compared-row' },
    h(
      'div',
      {},
      h('code', { class: 'id' }, id),
      about !== undefined && h('p', { class: 'quiet' }, about),
      tellApart && differs && h('p', { class: 'quiet' }, '≠ differs'),
    ),
    h(
      'dl',
      {},
      ...cells.map((cell, index) =>
        h('div', {}, h('dt', {}, h('bdi', {}, subjects[index] ?? '')), h('dd', {}, ...cellContent(cell))),
      ),
    ),
  );
}

function cellContent(cell: ComparedCell | null): readonly (Node | string)[] {
  if (cell === null) return [h('span', { class: 'quiet' }, 'not there')];
  const { text } = cell;
  const word = tally(shapeOf(cell), wordOf(cell));
  return text === undefined ? [word] : [word, h('p', { class: 'quiet' }, said(text))];
}
