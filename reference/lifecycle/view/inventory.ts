import type { InstallState } from '#spec/eligibility.ts';
import type { InstalledRecord } from '../index/installed-index.ts';
import type { LifecycleState } from '../step/types.ts';
import { ByVersion } from './by-version.ts';
import { type Eligibility, eligibilityOf, type Machine } from './eligibility.ts';
import type { SkillFacts } from './facts.ts';
import { type RuntimeStatus, runtimeStatusOf, statusTable } from './runtime-status.ts';
import { type Totals, totalsOf } from './totals.ts';

export interface InventoryEntry {
  readonly record: InstalledRecord;
  readonly installState: InstallState;
  readonly runtimeStatus: RuntimeStatus;
  /** Undefined where the artifact cannot be read. */
  readonly facts: SkillFacts | undefined;
  readonly eligibility: Eligibility;
}

export interface Inventory {
  readonly entries: readonly InventoryEntry[];
  readonly totals: Totals;
}

/** What is known beside the state. */
export interface Surroundings {
  readonly statusesReadable: boolean;
  /** Of every artifact that could be read and inspected. */
  readonly facts: readonly SkillFacts[];
  readonly machine: Machine;
}

/** VIEW-ENTRIES: what is installed, in the order of the index, and what of it may run. */
export function inventory({ index, statuses }: LifecycleState, surroundings: Surroundings): Inventory {
  const table = surroundings.statusesReadable ? statusTable(statuses) : undefined;
  const known = new ByVersion(surroundings.facts);
  const entries = index.entries.map((record): InventoryEntry => {
    const facts = known.get(record);
    const runtimeStatus = runtimeStatusOf(table, record);
    return {
      record,
      installState: record.current ? 'installed_current' : 'installed_superseded',
      runtimeStatus,
      facts,
      eligibility: eligibilityOf(facts, runtimeStatus.status, surroundings.machine),
    };
  });
  return { entries, totals: totalsOf(entries) };
}
