import type { Area } from '../areas.ts';
import type { Place } from './complaint.ts';

export const keywords = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'] as const;
export type Keyword = (typeof keywords)[number];

export const requirementSets = ['core', 'documented', 'hardened'] as const;
export type RequirementSet = (typeof requirementSets)[number];

/** One block of a chapter. */
export interface Requirement extends Place {
  readonly id: string;
  readonly keyword: Keyword;
  readonly set: RequirementSet;
  readonly area: Area;
  readonly since: string;
  readonly text: string;
  readonly why: string;
  readonly failsAs: readonly string[];
  /** Why no operation can reach it; null for a requirement that cases prove. */
  readonly outside: string | null;
}

/** What stays of a withdrawn requirement, so that its id is never used again. */
export interface Tombstone extends Place {
  readonly id: string;
  readonly withdrawn: string;
  readonly reason: string;
}

/** Capitals and digits in groups, joined by hyphens. */
export const idPattern = '[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*';

export function isKeyword(word: string): word is Keyword {
  return keywords.some((keyword) => keyword === word);
}

export function isRequirementSet(word: string): word is RequirementSet {
  return requirementSets.some((set) => set === word);
}
