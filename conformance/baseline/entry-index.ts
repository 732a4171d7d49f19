import { matchesGlob } from '../plan/glob.ts';
import type { KnownFailure } from './parse.ts';

/** Finds the entries that speak of a case, in the order of the file. */
export class EntryIndex {
  readonly #exact = new Map<string, KnownFailure[]>();
  readonly #globs: readonly KnownFailure[];

  constructor(entries: readonly KnownFailure[]) {
    this.#globs = entries.filter(({ isGlob }) => isGlob);
    for (const entry of entries) {
      if (entry.isGlob) continue;
      const same = this.#exact.get(entry.case);
      if (same === undefined) this.#exact.set(entry.case, [entry]);
      else same.push(entry);
    }
  }

  entriesFor(id: string): readonly KnownFailure[] {
    const globs = this.#globs.filter((entry) => matchesGlob(entry.case, id));
    return [...(this.#exact.get(id) ?? []), ...globs].toSorted((one, other) => one.block.header - other.block.header);
  }
}
