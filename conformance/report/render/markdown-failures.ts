import { levelOf } from '../../plan/selection.ts';
import { type CaseLine, levels, type PlanSummary, type Report } from '../lines.ts';
import type { ByteBudget } from './byte-budget.ts';
import { isFailure, rerunCommand } from './case-text.ts';
import { cellCode } from './inline-code.ts';
import { tableHead, tableRow } from './markdown-table.ts';
import type { RenderOptions } from './options.ts';
import { headRequirement, requirementOf } from './requirement-of.ts';

/** The failures under the requirements they break, the strongest requirements first. */
export function failureSection(
  { header, cases }: Report,
  budget: ByteBudget,
  options: RenderOptions,
): readonly string[] {
  const broken = grouped(cases.filter(isFailure));
  const groups = broken.filter(({ heading }) => budget.take(heading));
  const left = broken.length - groups.length;
  const rows = shareOut(groups, budget, (line) => failureRow(line, header.plan, options));
  const told = groups.flatMap(({ heading, lines }, index) => {
    const table = rows[index] ?? [];
    const more = lines.length - table.length;
    return [
      heading,
      ...(table.length === 0 ? [] : [head, ...table]),
      ...(more === 0 ? [] : [`\n… and ${more} more\n`]),
    ];
  });
  if (broken.length === 0) return [];
  return ['\n## What failed\n', ...told, ...(left === 0 ? [] : [`\n… and ${left} more requirements\n`])];
}

interface Group {
  readonly heading: string;
  readonly lines: readonly CaseLine[];
}

const head = tableHead(['case', 'expected', 'observed', 'made from', 'ask it again']);

function grouped(failures: readonly CaseLine[]): readonly Group[] {
  const groups = new Map<string, CaseLine[]>();
  for (const line of failures) {
    const id = headRequirement(line.requirements)?.id ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [line]);
    else group.push(line);
  }
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([id, lines]) => ({ heading: headingOf(id, lines.length), lines }));
}

function rank(id: string): number {
  const requirement = requirementOf(id);
  return requirement === undefined ? levels.length : levels.indexOf(levelOf(requirement));
}

function headingOf(id: string, count: number): string {
  const requirement = requirementOf(id);
  const failed = count === 1 ? '1 case' : `${count} cases`;
  if (requirement === undefined) return `\n### Other cases · ${failed}\n\n`;
  const { keyword, set, text, why } = requirement;
  return `\n### ${id} · ${keyword} · ${set} · ${failed}\n\n> ${text}\n>\n> Why: ${why}\n\n`;
}

/** A row of each group in turn, so that a group with thousands of failures does not hide the others. */
function shareOut(
  groups: readonly Group[],
  budget: ByteBudget,
  rowOf: (line: CaseLine) => string,
): readonly (readonly string[])[] {
  const rows = groups.map((): string[] => []);
  let open = [...groups.keys()];
  for (let at = 0; open.length > 0; at++) {
    open = open.filter((index) => groups[index]?.lines[at] !== undefined);
    for (const index of open) {
      const line = groups[index]?.lines[at];
      const row = line === undefined ? '' : rowOf(line);
      if (!budget.take(row)) return rows;
      rows[index]?.push(row);
    }
  }
  return rows;
}

function failureRow(line: CaseLine, plan: PlanSummary, options: RenderOptions): string {
  const { id, expected, observed, twin, edit } = line;
  const said = observed.native === undefined ? '' : `<br>it says ${cellCode(observed.native)}`;
  const origin = twin === undefined ? '' : `${cellCode(twin)}${edit === undefined ? '' : `<br>${cellCode(edit)}`}`;
  const cells = [
    cellCode(id),
    cellCode(expected.text),
    `${cellCode(observed.text)}${said}`,
    origin,
    cellCode(rerunCommand(id, plan, options), 1000),
  ];
  return tableRow(cells);
}
