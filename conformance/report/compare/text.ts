import { rerunCommand } from '../render/case-text.ts';
import type { RenderOptions } from '../render/options.ts';
import { visible } from '../render/visible.ts';
import { aligned } from './aligned.ts';
import { cellText, changesText } from './cell-text.ts';
import type { Comparison } from './comparison.ts';
import type { ChangedCase, Regressions } from './regressions.ts';

const widestName = 30;
const widestCell = 40;
const widestId = 80;

/** The matrix in aligned columns, without colours; a cell that is cut ends in `…`. */
export function renderComparisonText({ subjects, mixed, filter, requirements, cases }: Comparison): string {
  const names = subjects.map(({ name }) => cut(name, widestName));
  const totals = subjects.map(({ verdict, counts }, index) => [
    names[index] ?? '',
    verdict,
    `${counts.pass} passed`,
    `${counts.fail} failed`,
  ]);
  const only = filter.onlyDifferences ? ' that differ' : '';
  return [
    ...aligned(totals),
    ...(mixed ? ['The reports know of different cases, and are compared where they overlap.'] : []),
    '',
    `${requirements.length} requirements${only}, ${cases.length} cases${only}`,
    ...section(['requirement', 'keyword', 'set', ...names], requirements, ({ id, keyword, set, cells }) => [
      id,
      keyword,
      set,
      ...cells.map((cell) => cell ?? 'not asked'),
    ]),
    ...section(['case', ...names], cases, ({ id, cells }) => [
      cut(id, widestId),
      ...cells.map((cell) => cut(cellText(cell), widestCell)),
    ]),
    '',
  ].join('\n');
}

/** What changed from one report to the next, the worst first. */
export function renderRegressionsText(regressions: Regressions, options: RenderOptions = {}): string {
  const { before, after, requirements, broken, newlyFailing, gone, fixed } = regressions;
  const names = [before, after].map(({ name }) => cut(name, widestName));
  const changed = (title: string, cases: readonly ChangedCase[], isWorse: boolean) =>
    section([title, ...names, ...(isWorse ? ['again'] : [])], cases, (one) => [
      cut(one.id, widestId),
      cut(cellText(one.before), widestCell),
      cut(cellText(one.after), widestCell),
      ...(isWorse ? [rerunCommand(one.id, after.plan, options)] : []),
    ]);
  return [
    ...aligned([before, after].map(({ verdict }, index) => [names[index] ?? '', verdict])),
    changesText(regressions),
    ...section(['requirement', ...names], requirements, (one) => [
      one.id,
      one.before ?? 'not asked',
      one.after ?? 'not asked',
    ]),
    ...changed('broken', broken, true),
    ...changed('newly failing', newlyFailing, true),
    ...changed('gone', gone, false),
    ...changed('fixed', fixed, false),
    '',
  ].join('\n');
}

function section<T>(
  head: readonly string[],
  rows: readonly T[],
  cellsOf: (row: T) => readonly string[],
): readonly string[] {
  return rows.length === 0 ? [] : ['', ...aligned([head, ...rows.map(cellsOf)])];
}

/** At most so many characters, the last of which says that there are more. */
function cut(text: string, most: number): string {
  const beginning = visible(text.slice(0, most + 1));
  return beginning.length > most ? `${beginning.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : beginning;
}
