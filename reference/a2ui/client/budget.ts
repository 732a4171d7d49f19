/** What a client spends on patches at most; lengths are in UTF-16 units. */
export interface PatchBudget {
  readonly opsPerPatch: number;
  readonly opsPerTick: number;
  readonly queueDepth: number;
  readonly pathLength: number;
  readonly applyMs: number;
}

export const defaultBudget: PatchBudget = {
  opsPerPatch: 256,
  opsPerTick: 512,
  queueDepth: 1024,
  pathLength: 512,
  applyMs: 12,
};

/** Milliseconds since whenever; only differences count. */
export type Clock = () => number;
