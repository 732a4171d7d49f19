import type { Option, Options } from '../view/options.ts';
import {
  everything,
  type FacetName,
  type Facets,
  facetNames,
  isFiltered,
  type Query,
  type View,
  views,
} from '../view/query.ts';
import { number } from '../view/words.ts';
import { choice, searchField } from './controls.ts';
import { h, on, tally } from './dom.ts';

export interface Filters {
  readonly form: HTMLFormElement;
  readonly search: HTMLInputElement;
  show(query: Query): void;
}

const viewWords: Readonly<Record<View, string>> = {
  requirements: 'By requirement',
  causes: 'By cause',
  cases: 'All cases',
};

const facetWords: Readonly<Record<FacetName, string>> = {
  verdict: 'Verdict of the case',
  status: 'Status of the requirement',
  set: 'Set',
  area: 'Area',
};

/** A form that says what is to be seen; `changed` hears of every change, and whether it is one in a row of many. */
export function filterForm(options: Options, changed: (query: Query, typing: boolean) => void): Filters {
  const { field, input: search } = searchField('id, reason, message …');
  const clear = h('button', { type: 'button', class: 'clear' }, 'Clear filters');
  const facets = facetNames.filter((name) => options[name].length > 1).map((name) => facetField(name, options[name]));
  const more = h('details', { class: 'facets' }, h('summary', {}, 'Filters'), h('div', { class: 'fields' }, ...facets));
  more.open = matchMedia('(min-width: 60rem)').matches;
  const form = h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the results' },
    field,
    h(
      'fieldset',
      { class: 'views' },
      h('legend', {}, 'Show'),
      ...views.map((view) => choice('radio', 'view', view, viewWords[view])),
    ),
    more,
    clear,
  );
  const show = (query: Query) => {
    if (search.value !== query.text) search.value = query.text;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name]')) input.checked = isChosen(input, query);
    if (facetNames.some((name) => query.facets[name].length > 0)) more.open = true;
    clear.hidden = !isFiltered(query);
  };
  on(form, 'submit', (event) => event.preventDefault());
  on(form, 'input', ({ target }) => changed(readForm(form, search), target === search));
  on(clear, 'click', () => {
    changed({ ...everything, view: readForm(form, search).view }, false);
    search.focus();
  });
  return { form, search, show };
}

function facetField(name: FacetName, options: readonly Option[]): HTMLElement {
  const choices = options.map(({ value, word, shape, count }) => {
    const amount = h('span', { class: 'quiet' }, ` ${number(count)}`);
    return choice('checkbox', name, value, shape ? tally(shape, word) : word, amount);
  });
  return h('fieldset', {}, h('legend', {}, facetWords[name]), ...choices);
}

function isChosen({ name, value }: HTMLInputElement, { view, facets }: Query): boolean {
  return name === 'view' ? view === value : facetNames.some((facet) => facet === name && facets[facet].includes(value));
}

function readForm(form: HTMLFormElement, search: HTMLInputElement): Query {
  const fields = new FormData(form);
  const chosen = (name: FacetName) => fields.getAll(name).map(String);
  const facets: Facets = {
    verdict: chosen('verdict'),
    status: chosen('status'),
    set: chosen('set'),
    area: chosen('area'),
  };
  return {
    view: views.find((view) => view === fields.get('view')) ?? everything.view,
    text: search.value,
    facets,
    selected: null,
  };
}
