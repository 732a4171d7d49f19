import { type Complaint, placeOf, type Source } from './complaint.ts';
import type { IdRecord } from './record.ts';
import type { Requirement, Tombstone } from './requirement.ts';

/** The ledger holds every id there ever was, as declared or withdrawn, so that one which vanishes or returns is noticed. */
export function checkLedger(
  requirements: readonly Requirement[],
  tombstones: readonly Tombstone[],
  ledger: IdRecord,
  ledgerFile: Source,
): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const seen = new Map<string, string>();
  for (const { id, file, line } of [...requirements, ...tombstones]) {
    const first = seen.get(id);
    if (first !== undefined) {
      complaints.push({
        file,
        line,
        problem: `${id} is used twice, first at ${first}`,
        remedy: 'give one of them a new id',
      });
    }
    seen.set(id, first ?? `${file}:${line}`);
  }
  for (const { id, file, line } of requirements) {
    if (ledger.get(id) !== 'withdrawn') continue;
    const remedy = 'give the requirement a new id and restore the tombstone';
    complaints.push({ file, line, problem: `${id} was withdrawn and is used again`, remedy });
  }
  for (const id of ledger.keys()) {
    if (seen.has(id)) continue;
    const place = placeOf(`"${id}"`, [ledgerFile], ledgerFile.file);
    const remedy = `restore its block, or leave a tombstone: > **${id}** · withdrawn · edition, and the reason below`;
    complaints.push({ ...place, problem: `${id} has vanished from the chapters`, remedy });
  }
  return complaints;
}

export function nextLedger(requirements: readonly Requirement[], tombstones: readonly Tombstone[]): IdRecord {
  return new Map([
    ...requirements.map(({ id }) => [id, 'declared'] as const),
    ...tombstones.map(({ id }) => [id, 'withdrawn'] as const),
  ]);
}
