import { groupBy } from '../view/group.ts';
import type { PageCase, PageData, PageRequirement } from '../view/model.ts';
import type { FoundRequirement } from '../view/search.ts';
import { statusShapes } from '../view/shapes.ts';
import { count, number, setWords, statusOrder, statusWords, verdictOrder, verdictWords } from '../view/words.ts';
import { batches } from './batches.ts';
import { caseRow } from './case-row.ts';
import { disclosure } from './disclosure.ts';
import { type Child, h, tally } from './dom.ts';
import { facts, inline } from './text.ts';

/** What stands open from the start, since the reader asked for little. */
interface Opened {
  readonly areas: boolean;
  readonly requirements: boolean;
}

const few = 3;

/** Set, area, requirement, case; what needs looking at comes first and stands open. */
export function requirementTree(
  found: readonly FoundRequirement[],
  data: PageData,
  filtered: boolean,
): readonly Child[] {
  const opened = { areas: filtered, requirements: filtered && found.length <= few };
  return [...groupBy(found, ({ requirement }) => requirement.set)].map(([set, members]) =>
    h(
      'section',
      { class: 'set', 'aria-label': `Set ${set}` },
      h('h3', {}, set, h('span', { class: 'set-words' }, ` ${setWords[set] ?? ''}`)),
      ...[...groupBy(members, ({ requirement }) => requirement.area)].map(([area, rows]) =>
        areaRow(set, area, rows, data, opened),
      ),
    ),
  );
}

function areaRow(
  set: string,
  area: string,
  rows: readonly FoundRequirement[],
  data: PageData,
  opened: Opened,
): HTMLElement {
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  const alarming = rows.filter(({ requirement: { status } }) => status === 'unmet' || status === 'warned').length;
  const first = opened.areas || alarming === 0 ? rows.length : alarming;
  return disclosure({
    key: `area ${set} ${area}`,
    kind: 'area',
    summary: [h('b', {}, area), h('span', { class: 'tallies' }, ...statusTallies(rows))],
    body: () => [batches(sorted, (row) => requirementRow(row, data, opened.requirements), { first })],
    open: alarming > 0 || opened.areas,
  });
}

function rank({ requirement }: FoundRequirement): number {
  return statusOrder.indexOf(requirement.status);
}

function statusTallies(rows: readonly FoundRequirement[]): readonly Child[] {
  return statusOrder.flatMap((status) => {
    const amount = rows.filter(({ requirement }) => requirement.status === status).length;
    return amount === 0 ? [] : [tally(statusShapes[status], `${number(amount)} ${statusWords[status]}`), ' '];
  });
}

function requirementRow({ requirement, cases }: FoundRequirement, data: PageData, open: boolean): HTMLElement {
  const { id, status, text } = requirement;
  return disclosure({
    key: `requirement ${id}`,
    kind: 'requirement',
    summary: [
      tally(statusShapes[status], statusWords[status]),
      h('code', { class: 'id' }, id),
      h('span', { class: 'gist' }, ...inline(text)),
      h('span', { class: 'amount' }, caseCounts(cases)),
    ],
    body: () => [clause(requirement), batches(cases, (one) => caseRow(one, data, id))],
    open,
  });
}

function caseCounts(cases: readonly PageCase[]): string {
  const amounts = [...groupBy(cases, ({ verdict }) => verdict)].sort(
    ([a], [b]) => verdictOrder.indexOf(a) - verdictOrder.indexOf(b),
  );
  return (
    amounts.map(([verdict, members]) => `${number(members.length)} ${verdictWords[verdict]}`).join(', ') ||
    count(0, 'case')
  );
}

function clause({ text, why, keyword, set, since, chapter, failsAs, outside }: PageRequirement): HTMLElement {
  return h(
    'div',
    { class: 'clause' },
    h('p', {}, ...inline(text)),
    why !== '' && h('p', { class: 'quiet' }, 'Why: ', ...inline(why)),
    outside !== undefined && h('p', { class: 'quiet' }, 'Out of reach: ', ...inline(outside)),
    facts(
      ['Keyword', keyword],
      ['Set', set],
      since !== '' && ['Since', since],
      chapter !== '' && ['Chapter', h('code', {}, chapter)],
      failsAs.length > 0 && ['Fails as', ...failsAs.flatMap((code) => [h('code', {}, code), ' '])],
    ),
  );
}
