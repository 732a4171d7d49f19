import { fail, ok, type Result } from '#spec/result.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { compareVersions } from '../index/installed-index.ts';
import type { RegistryEntry, RegistryIndex } from './registry-index.ts';

export const mostEntries = 10_000;

/** The index of what was found, in one order whatever the order of the folder. */
export function buildRegistryIndex(found: readonly RegistryEntry[], nowUnixMs: bigint): Result<RegistryIndex> {
  // REG-ENTRIES
  if (found.length > mostEntries) return fail({ code: 'registry.too-many', limit: mostEntries });
  const entries = found.toSorted(compareEntries);
  for (const [at, entry] of entries.entries()) {
    const next = entries[at + 1];
    if (next === undefined || next.skillId !== entry.skillId || next.version !== entry.version) continue;
    const { skillId, version } = entry;
    // REG-UNIQUE: which of the two is meant would be decided by their file names.
    return fail({ code: 'registry.duplicate', skillId, version, artifacts: [entry.artifact, next.artifact] });
  }
  return ok({ generatedAtUnixMs: nowUnixMs, entries });
}

/** REG-CHOICE: the version that is named, or else the highest. */
export function chooseEntry(
  { entries }: RegistryIndex,
  skillId: string,
  version: string | undefined,
): Result<RegistryEntry> {
  const chosen = entries.findLast(
    (entry) => entry.skillId === skillId && (version === undefined || entry.version === version),
  );
  return chosen === undefined ? fail({ code: 'registry.not-found', skillId, version }) : ok(chosen);
}

function compareEntries(a: RegistryEntry, b: RegistryEntry): number {
  return (
    compareBytes(a.skillId, b.skillId) || compareVersions(a.version, b.version) || compareBytes(a.artifact, b.artifact)
  );
}
