import type { HeaderLine } from './lines.ts';
import { shown } from './render/visible.ts';

/** Why reports are not the shards of one run; `report` counts them from 0, in the order given. */
export type MergeProblem =
  | { readonly problem: 'no-reports' }
  | { readonly problem: 'not-a-shard'; readonly report: number }
  /** Only the suite that made them knows whether nothing is missing. */
  | { readonly problem: 'other-suite'; readonly report: number; readonly made: string; readonly merging: string }
  | { readonly problem: 'other-digest'; readonly report: number; readonly of: 'requirements' | 'cases' }
  | { readonly problem: 'other-subject'; readonly report: number; readonly name: string; readonly first: string }
  | { readonly problem: 'other-plan'; readonly report: number; readonly member: keyof HeaderLine['plan'] }
  | { readonly problem: 'shard-twice'; readonly report: number; readonly shard: string }
  | { readonly problem: 'shards-missing'; readonly shards: readonly string[]; readonly count: number }
  | ({ readonly problem: 'cases-twice' | 'cases-not-planned'; readonly report: number } & SomeCases)
  | ({ readonly problem: 'cases-missing' } & SomeCases);

interface SomeCases {
  /** The first ones. */
  readonly ids: readonly string[];
  readonly count: number;
}

/** Harmless on a terminal; the caller says how a person knows the reports apart. */
export function describeMergeProblem(problem: MergeProblem, nameOf: (report: number) => string): string {
  const named = 'report' in problem ? shown(nameOf(problem.report)) : '';
  switch (problem.problem) {
    case 'no-reports':
      return 'There is nothing to merge.';
    case 'not-a-shard':
      return `${named} is not the report of a shard.`;
    case 'other-suite':
      return `${named} was made by ${shown(problem.made)}, and this is ${shown(problem.merging)}.`;
    case 'other-digest':
      return `${named} was made with other ${problem.of} than this suite has.`;
    case 'other-subject':
      return `${named} is of ${shown(problem.name)}, which does not say the same of itself as ${shown(problem.first)} before.`;
    case 'other-plan':
      return `${named} is of a run with another plan: not the same ${problem.member === 'shard' ? 'number of shards' : problem.member}.`;
    case 'shard-twice':
      return `${named} is shard ${problem.shard}, which another report is too.`;
    case 'shards-missing':
      return `No report is shard ${some(problem.shards, problem.count)}.`;
    case 'cases-twice':
      return `${named} has ${some(problem.ids, problem.count)}, as has a report before it.`;
    case 'cases-not-planned':
      return `${named} has ${some(problem.ids, problem.count)}, which is not in the plan.`;
    case 'cases-missing':
      return `No report has ${some(problem.ids, problem.count)}.`;
    default:
      return problem satisfies never;
  }
}

function some(names: readonly string[], count: number): string {
  const more = count - names.length;
  return `${names.map((name) => shown(name)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
