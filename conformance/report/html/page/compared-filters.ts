import type { ComparedQuery } from '../view/compared.ts';
import { choice, searchField } from './controls.ts';
import { h, on } from './dom.ts';

export interface ComparedFilters {
  readonly form: HTMLFormElement;
  readonly search: HTMLInputElement;
  show(query: ComparedQuery): void;
}

/** A form that says which rows are to be seen; `changed` hears of every change, and whether it is one in a row of many. */
export function comparedFilters(changed: (query: ComparedQuery, typing: boolean) => void): ComparedFilters {
  const search = searchField('id, status, message …');
  const form = h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the matrix' },
    search.field,
    h(
      'fieldset',
      { class: 'views' },
      h('legend', {}, 'Show'),
      choice('radio', 'rows', 'requirements', 'Requirements'),
      choice('radio', 'rows', 'cases', 'Cases'),
      choice('checkbox', 'differing', 'yes', 'Only differences'),
    ),
  );
  const show = ({ rows, differing, text }: ComparedQuery) => {
    if (search.input.value !== text) search.input.value = text;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name]')) {
      input.checked = input.name === 'differing' ? differing : input.value === rows;
    }
  };
  on(form, 'submit', (event) => event.preventDefault());
  on(form, 'input', ({ target }) => changed(readForm(form, search.input.value), target === search.input));
  return { form, search: search.input, show };
}

function readForm(form: HTMLFormElement, text: string): ComparedQuery {
  const fields = new FormData(form);
  return { rows: fields.get('rows') === 'cases' ? 'cases' : 'requirements', differing: fields.has('differing'), text };
}
