import type { InstalledIndex, InstalledRecord } from '#reference/lifecycle/index/installed-index.ts';
import { namedVersion } from '#reference/lifecycle/step/named.ts';
import { fail, ok, type Result } from '#spec/result.ts';

/** The record that a command line names: of the current version where it names none. */
export function namedRecord(
  index: InstalledIndex,
  skillId: string,
  version: string | undefined,
): Result<InstalledRecord> {
  const named = namedVersion(index, { skillId, version: version ?? null });
  if (!named.ok) return named;
  const record = index.entries.find(
    (each) => each.skillId === named.value.skillId && each.version === named.value.version,
  );
  return record === undefined ? fail({ code: 'lifecycle.not-installed', ...named.value }) : ok(record);
}

/** Without a name: all that is current, or simply all where nothing is. */
export function selectRecords(
  index: InstalledIndex,
  skillId: string | undefined,
  version: string | undefined,
): Result<readonly InstalledRecord[]> {
  if (skillId !== undefined) {
    const record = namedRecord(index, skillId, version);
    return record.ok ? ok([record.value]) : record;
  }
  const current = index.entries.filter((record) => record.current);
  return ok(current.length > 0 ? current : index.entries);
}
