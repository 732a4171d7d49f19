import {
  type ComparedData,
  type ComparedQuery,
  findRows,
  readComparedQuery,
  writeComparedQuery,
} from '../view/compared.ts';
import { count, number } from '../view/words.ts';
import { keepInAddress } from './address.ts';
import { batches } from './batches.ts';
import { comparedFilters } from './compared-filters.ts';
import { comparedRow } from './compared-row.ts';
import { h, put } from './dom.ts';
import { slashSearches } from './keyboard.ts';

/** Puts the whole matrix, searchable, in the place of the plain list of differences. */
export function compare(section: HTMLElement, data: ComparedData): void {
  const summary = h('p', { role: 'status', class: 'found' });
  const names = data.subjects.map((name) => h('span', {}, h('bdi', {}, name)));
  const head = h('div', { class: 'matrix-head', 'aria-hidden': 'true' }, h('span', {}), ...names);
  const rows = h('div', {});
  const matrix = h('div', { class: 'matrix' }, head, rows);
  matrix.classList.toggle('is-narrow', data.subjects.length <= mostAligned);
  matrix.style.setProperty('--subjects', `${data.subjects.length}`);
  const filters = comparedFilters((query, typing) => changed(query, typing));
  put(
    section,
    h('h2', { id: 'results-heading', tabindex: '-1' }, 'Matrix'),
    filters.form,
    h('div', { class: 'above' }, summary),
    matrix,
  );
  slashSearches(filters.search);
  const changed = keepInAddress(readComparedQuery, writeComparedQuery, show);

  function show(query: ComparedQuery): void {
    const found = findRows(data, query);
    filters.show(query);
    const kind = query.rows === 'cases' ? 'case' : 'requirement';
    summary.textContent = `${number(found.length)} of ${count(data[query.rows].length, kind)}`;
    const none = h('p', { class: 'nothing' }, query.text === '' ? 'Nothing differs.' : 'Nothing fits these filters.');
    put(rows, found.length === 0 ? none : batches(found, (row) => comparedRow(row, data.subjects, !query.differing)));
  }
}

/** With more subjects than this the columns get too narrow for a heading, and each cell has a label instead. */
const mostAligned = 5;
