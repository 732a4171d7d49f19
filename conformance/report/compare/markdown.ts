import { ByteBudget } from '../render/byte-budget.ts';
import { rerunCommand } from '../render/case-text.ts';
import { cellCode, inlineCode } from '../render/inline-code.ts';
import { tableHead, tableRow, tableSection } from '../render/markdown-table.ts';
import type { RenderOptions } from '../render/options.ts';
import { headRequirement } from '../render/requirement-of.ts';
import { cellText, changesText } from './cell-text.ts';
import type { CaseCell, ComparedSubject, Comparison } from './comparison.ts';
import type { ChangedCase, Regressions } from './regressions.ts';

/** With what is always there it stays below 60,000 characters; GitHub takes 65,536. */
const mostBytes = 55_000;
const mostColumns = 8;
const longestName = 60;
const longestCell = 120;

/** The matrix as a comment. */
export function renderComparisonMarkdown({ subjects, mixed, requirements, cases }: Comparison): string {
  const columns = subjects.slice(0, mostColumns);
  const left = subjects.length - columns.length;
  const heads = columns.map(({ name }) => cellCode(name, longestName));
  const budget = new ByteBudget(mostBytes);
  return [
    `# ${subjects.length} subjects side by side\n\n`,
    tableHead(['subject', 'verdict', 'passed', 'failed', 'unsupported', 'not run']),
    ...columns.map(subjectRow),
    ...(left === 0 ? [] : [`\n… and ${left} more subjects\n`]),
    ...(mixed ? ['\nThe reports know of different cases, and are compared where they overlap.\n'] : []),
    ...tableSection('Requirements', ['requirement', 'keyword', 'set', ...heads], budget, requirements, (row) => [
      row.id,
      row.keyword,
      row.set,
      ...row.cells.slice(0, mostColumns).map((cell) => cell ?? ''),
    ]),
    ...tableSection('Cases', ['case', ...heads], budget, cases, ({ id, cells }) => [
      cellCode(id),
      ...cells.slice(0, mostColumns).map(cellMarkdown),
    ]),
  ].join('');
}

/** What changed as a comment: the worst first. */
export function renderRegressionsMarkdown(regressions: Regressions, options: RenderOptions = {}): string {
  const { before, after, regressed, requirements, broken, newlyFailing, gone, fixed } = regressions;
  const heads = [before, after].map(({ name }) => cellCode(name, longestName));
  const budget = new ByteBudget(mostBytes);
  const changed = (title: string, cases: readonly ChangedCase[], isWorse = true) =>
    tableSection(title, ['case', 'proves', ...heads, ...(isWorse ? ['ask it again'] : [])], budget, cases, (one) => [
      cellCode(one.id),
      headRequirement(one.requirements)?.id ?? '',
      cellMarkdown(one.before),
      cellMarkdown(one.after),
      ...(isWorse ? [cellCode(rerunCommand(one.id, after.plan, options))] : []),
    ]);
  return [
    `# ${regressed ? 'Something got worse' : 'Nothing got worse'}\n\n`,
    `${changesText(regressions)}. ${inlineCode(before.name, longestName)}: ${before.verdict}; ${inlineCode(after.name, longestName)}: ${after.verdict}.\n`,
    ...tableSection('Requirements', ['requirement', ...heads], budget, requirements, (row) => [
      row.id,
      row.before ?? '',
      row.after ?? '',
    ]),
    ...changed('Broken', broken),
    ...changed('Newly failing', newlyFailing),
    ...changed('Gone', gone, false),
    ...changed('Fixed', fixed, false),
  ].join('');
}

function subjectRow({ name, verdict, counts }: ComparedSubject): string {
  const numbers = [counts.pass, counts.fail, counts.unsupported, counts['not-run']];
  return tableRow([cellCode(name, longestName), verdict, ...numbers.map(String)]);
}

function cellMarkdown(cell: CaseCell | null): string {
  if (cell === null) return '';
  return cell.verdict === 'pass' ? 'passed' : cellCode(cellText(cell), longestCell);
}
