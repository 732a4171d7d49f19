import type { RunLimits } from '#reference/runtime/engine/link.ts';
import type { handleBases } from '#spec/constants.ts';

/** A module, and everything that how it runs depends on: each entrypoint is run with each budget. */
export interface Trial {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly entrypoints: readonly string[];
  readonly budgets: readonly bigint[];
  readonly limits: Omit<RunLimits, 'fuelBudget'>;
  /** How many handles of each class it is granted. */
  readonly grants: Readonly<Record<keyof typeof handleBases, number>>;
}

/** Where a trial comes from, and what tells it from the others of its source. */
export interface NamedTrial {
  readonly source: string;
  readonly name: string;
  readonly trial: Trial;
}
