import type { PageData } from '../view/model.ts';
import { facetOptions } from '../view/options.ts';
import { isFiltered, type Query, readQuery, writeQuery } from '../view/query.ts';
import { type Found, searcher } from '../view/search.ts';
import { count, number } from '../view/words.ts';
import { keepInAddress } from './address.ts';
import { batches } from './batches.ts';
import { caseRow } from './case-row.ts';
import { causeList } from './cause-list.ts';
import { type Child, h, put } from './dom.ts';
import { filterForm } from './filters.ts';
import { arrowsWalk, slashSearches } from './keyboard.ts';
import { requirementTree } from './requirement-tree.ts';
import { singleCase } from './single-case.ts';
import { twoPlaces } from './two-places.ts';

/** Puts the whole report, searchable, in the place of the plain list of failures. */
export function explore(section: HTMLElement, data: PageData): void {
  const search = searcher(data);
  const options = facetOptions(data);
  const summary = h('p', { role: 'status', class: 'found' });
  const rows = h('div', { class: 'list' });
  const filters = filterForm(options, (query, typing) => changed(query, typing));
  const browse = h('div', {}, filters.form, h('div', { class: 'above' }, summary, keys()), rows);
  const single = h('div', { class: 'single' });
  const places = twoPlaces(section, browse, single);
  put(section, h('h2', { id: 'results-heading', tabindex: '-1' }, 'Results'), browse, single);
  slashSearches(filters.search);
  arrowsWalk(rows);

  let listed: string | undefined;
  const changed = keepInAddress((fragment) => readQuery(fragment, options), writeQuery, show);

  function show(query: Query): void {
    const found = search(query);
    if (query.selected === null) list(query, found);
    else put(single, ...singleCase(query, found.cases, data));
    places.show(query.selected !== null);
  }

  /** Not made anew for the way back from a single case: what was open there still is. */
  function list(query: Query, found: Found): void {
    const fragment = writeQuery(query);
    if (fragment === listed) return;
    listed = fragment;
    filters.show(query);
    summary.textContent = amounts(found, data);
    put(rows, ...listing(query, found, data));
  }
}

function listing({ view, ...query }: Query, found: Found, data: PageData): readonly Child[] {
  if (found.requirements.length + found.cases.length === 0)
    return [h('p', { class: 'nothing' }, 'Nothing fits these filters.')];
  switch (view) {
    case 'requirements':
      return requirementTree(found.requirements, data, isFiltered({ view, ...query }));
    case 'causes':
      return causeList(found.cases, data);
    case 'cases':
      return [batches(found.cases, (one) => caseRow(one, data, 'all'))];
  }
}

function amounts({ cases, requirements }: Found, data: PageData): string {
  const ofCases = `${number(cases.length)} of ${count(data.cases.length, 'case')}`;
  return `${ofCases}, ${number(requirements.length)} of ${count(data.requirements.length, 'requirement')}`;
}

function keys(): HTMLElement {
  const key = (name: string) => h('kbd', {}, name);
  return h(
    'p',
    { class: 'keys quiet' },
    key('/'),
    ' search ',
    key('↑'),
    key('↓'),
    ' walk ',
    key('→'),
    key('←'),
    ' open, close',
  );
}
