/** What a module needs: nothing beyond the profile, some optional features, or what no host gives it. */
export type Group = string;

export const profile = 'profile';

/** Of several modules that were linked; one that is refused keeps all from being there. */
export function joinGroups(groups: readonly Group[]): Group {
  const parts = new Set(groups.flatMap((group) => group.split('+')));
  parts.delete(profile);
  const refusal = [...parts].find(isRefusal);
  return refusal ?? ([...parts].sort().join('+') || profile);
}

function isRefusal(group: Group): boolean {
  return group.includes(':') || group.includes('.');
}

/**
 * How often each command was met, by what its modules need. What an engine has no features for is counted like what it
 * has, and not carried out; so the counts are the same everywhere.
 */
export class Tally {
  readonly #counts = new Map<string, Map<Group, number>>();

  add(kind: string, group: Group): void {
    const groups = this.#counts.get(kind) ?? new Map<Group, number>();
    this.#counts.set(kind, groups.set(group, (groups.get(group) ?? 0) + 1));
  }

  counts(): Readonly<Record<string, Readonly<Record<Group, number>>>> {
    return Object.fromEntries([...this.#counts].map(([kind, groups]) => [kind, Object.fromEntries(groups)]));
  }
}
