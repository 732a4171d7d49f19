import type { PageCase, PageData } from '../view/model.ts';
import { type Query, writeQuery } from '../view/query.ts';
import { verdictShapes } from '../view/shapes.ts';
import { number, verdictWords } from '../view/words.ts';
import { caseDetail } from './case-detail.ts';
import { type Child, h, tally } from './dom.ts';

/** One case alone, with ways to the ones before and after it among those that the filters leave. */
export function singleCase(query: Query, found: readonly PageCase[], data: PageData): readonly Child[] {
  const one = data.cases.find(({ id }) => id === query.selected);
  const at = found.findIndex(({ id }) => id === query.selected);
  const to = (text: string, index: number) => {
    const other = at === -1 ? undefined : found[index];
    return other && h('a', { href: writeQuery({ ...query, selected: other.id }) }, text);
  };
  return [
    h(
      'nav',
      { class: 'around', 'aria-label': 'Cases' },
      h('a', { href: writeQuery({ ...query, selected: null }) }, '← All results'),
      to('‹ Previous', at - 1),
      at !== -1 && h('span', { class: 'quiet' }, `${number(at + 1)} of ${number(found.length)}`),
      to('Next ›', at + 1),
    ),
    h('h3', { tabindex: '-1', class: 'case-title' }, h('code', {}, query.selected ?? '')),
    ...(one === undefined
      ? [h('p', {}, 'This report has no such case.')]
      : [tally(verdictShapes[one.verdict], verdictWords[one.verdict]), ...caseDetail(one, data)]),
  ];
}
