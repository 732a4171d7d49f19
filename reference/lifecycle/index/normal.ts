import type { InstalledIndex } from './installed-index.ts';
import { compareRecords } from './order.ts';
import type { InstalledRecord } from './record.ts';

/** IDX-ORDER, IDX-CURRENT-KEPT, IDX-CURRENT-ONLY, IDX-CURRENT-HIGHEST: in order, and with exactly one current record of each skill. */
export function normalIndex({ updatedAtUnixMs, entries }: InstalledIndex): InstalledIndex {
  const sorted = entries.toSorted(compareRecords);
  const current = new Map<string, InstalledRecord>();
  const flagged = new Map<string, number>();
  // A single flag is somebody's choice; none or several are nobody's, and then the last in order is the highest.
  for (const record of sorted) {
    current.set(record.skillId, record);
    if (record.current) flagged.set(record.skillId, (flagged.get(record.skillId) ?? 0) + 1);
  }
  for (const record of sorted) {
    if (record.current && flagged.get(record.skillId) === 1) current.set(record.skillId, record);
  }
  return {
    updatedAtUnixMs,
    entries: sorted.map((record) => ({ ...record, current: current.get(record.skillId) === record })),
  };
}
