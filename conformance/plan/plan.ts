import { areas } from '#spec/areas.ts';
import type { Requirement } from '#spec/generated/requirements.ts';
import type { Case } from '../case.ts';
import { levels, type PlanSummary } from '../report/lines.ts';
import { everything, type Selection, selectCases, selectRequirements } from './selection.ts';
import { isInShard, type Shard } from './shard.ts';

export const requirementSets = ['core', 'documented', 'hardened'] as const;

/** What a run will ask, in the order of its report. */
export interface Plan {
  readonly cases: readonly Case[];
  /** What the run will say something of. */
  readonly requirements: readonly Requirement[];
  readonly summary: PlanSummary;
}

export interface PlanOptions {
  readonly seed: string;
  readonly frozen: boolean;
  readonly selection?: Partial<Selection> | undefined;
  readonly shard?: Shard | undefined;
}

export function planRun(cases: readonly Case[], { seed, frozen, selection, shard }: PlanOptions): Plan {
  const meant: Selection = { ...everything, ...selection };
  const requirements = selectRequirements(meant);
  const selected = selectCases(cases, requirements, meant);
  const planned = shard === undefined ? selected : selected.filter(({ id }) => isInShard(id, shard));
  return {
    cases: planned,
    requirements,
    summary: {
      seed,
      frozen,
      sets: inOrder(requirementSets, meant.sets),
      areas: inOrder(areas, meant.areas),
      levels: inOrder(levels, meant.levels),
      cases: meant.cases,
      shard: shard === undefined ? null : `${shard.index}/${shard.of}`,
      complete: frozen && meant.cases.length === 0 && meant.levels.length === 0 && shard === undefined,
      planned: planned.length,
    },
  };
}

function inOrder<T>(all: readonly T[], chosen: readonly T[]): readonly T[] {
  return all.filter((one) => chosen.length === 0 || chosen.includes(one));
}
