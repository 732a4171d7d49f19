import { compareBytes } from '../../text/byte-order.ts';
import type { InventoryEntry } from './inventory.ts';

export interface Totals {
  readonly installed: number;
  readonly current: number;
  readonly eligible: number;
  readonly quarantined: number;
  readonly disabled: number;
  readonly unknown: number;
  readonly publishers: readonly string[];
  /** From each decision to how many records have it. */
  readonly trustDecisions: ReadonlyMap<string, number>;
}

/** VIEW-TOTALS */
export function totalsOf(entries: readonly InventoryEntry[]): Totals {
  const count = (has: (entry: InventoryEntry) => boolean) => entries.filter(has).length;
  const trustDecisions = new Map<string, number>();
  for (const { record } of entries) {
    trustDecisions.set(record.trustDecision, (trustDecisions.get(record.trustDecision) ?? 0) + 1);
  }
  return {
    installed: entries.length,
    current: count(({ record }) => record.current),
    eligible: count(({ eligibility }) => eligibility.eligible),
    quarantined: count(({ runtimeStatus }) => runtimeStatus.status === 'quarantined'),
    disabled: count(({ runtimeStatus }) => runtimeStatus.status === 'disabled'),
    unknown: count(({ runtimeStatus }) => runtimeStatus.status === 'unknown'),
    publishers: [...new Set(entries.map(({ record }) => record.publisher))].sort(compareBytes),
    trustDecisions,
  };
}
