import { shown } from '../render/visible.ts';
import type { NamedReport } from './comparison.ts';

export type CompareProblem =
  | { readonly problem: 'too-few' }
  | { readonly problem: 'same-name'; readonly name: string }
  | { readonly problem: 'other-cases'; readonly first: string; readonly other: string };

/** Why these reports cannot stand side by side; undefined where they can. */
export function comparableProblem(reports: readonly NamedReport[], mixed: boolean): CompareProblem | undefined {
  const [first, ...others] = reports;
  if (first === undefined || others.length === 0) return { problem: 'too-few' };
  const names = new Set<string>();
  for (const { name } of reports) {
    if (names.has(name)) return { problem: 'same-name', name };
    names.add(name);
  }
  const { cases } = first.report.header.digests;
  const other = others.find(({ report }) => report.header.digests.cases !== cases);
  return mixed || other === undefined ? undefined : { problem: 'other-cases', first: first.name, other: other.name };
}

/** Harmless on a terminal. */
export function describeCompareProblem(problem: CompareProblem): string {
  switch (problem.problem) {
    case 'too-few':
      return 'A comparison takes two reports or more.';
    case 'same-name':
      return `Two of the reports are called ${shown(problem.name)}.`;
    case 'other-cases':
      return `${shown(problem.other)} and ${shown(problem.first)} were asked by suites with different cases.`;
    default:
      return problem satisfies never;
  }
}
