import type { Area } from '#spec/areas.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import type { Case } from '../case.ts';
import type { Level, RequirementSet } from '../report/lines.ts';
import { matchesGlob } from './glob.ts';

/** What a run is about; an empty list leaves its question open. */
export interface Selection {
  readonly sets: readonly RequirementSet[];
  readonly areas: readonly Area[];
  readonly levels: readonly Level[];
  /** Globs over case ids; one behind a `!` leaves out what it matches. */
  readonly cases: readonly string[];
}

export const everything: Selection = { sets: [], areas: [], levels: [], cases: [] };

export function levelOf({ keyword }: Pick<Requirement, 'keyword'>): Level {
  if (keyword === 'MAY') return 'may';
  return keyword.startsWith('MUST') ? 'must' : 'should';
}

export function selectRequirements({ sets, areas, levels }: Selection): readonly Requirement[] {
  const isMeant = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return requirements.filter(
    (one) => isMeant(sets, one.set) && isMeant(areas, one.area) && isMeant(levels, levelOf(one)),
  );
}

/** The cases that prove one of the requirements and have one of the names, in their own order. */
export function selectCases(
  cases: readonly Case[],
  selected: readonly Requirement[],
  { cases: globs }: Selection,
): readonly Case[] {
  const ids = new Set<string>(selected.map(({ id }) => id));
  const { chosen, leftOut } = dividedGlobs(globs);
  return cases.filter(
    ({ id, proves }) =>
      proves.some((requirement) => ids.has(requirement)) &&
      (chosen.length === 0 || chosen.some((glob) => matchesGlob(glob, id))) &&
      !leftOut.some((glob) => matchesGlob(glob, id)),
  );
}

export function dividedGlobs(globs: readonly string[]): Record<'chosen' | 'leftOut', readonly string[]> {
  return {
    chosen: globs.filter((glob) => !glob.startsWith('!')),
    leftOut: globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
  };
}
