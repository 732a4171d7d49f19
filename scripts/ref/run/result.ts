import type { HostCalls } from '#reference/runtime/engine/capabilities.ts';
import type { Insight } from '#reference/runtime/engine/insight.ts';
import type { RunLimits } from '#reference/runtime/engine/link.ts';
import type { Outcome } from '#reference/runtime/engine/outcome.ts';
import type { RunPlan } from '#reference/runtime/runner/plan.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';

export type Ending =
  | Outcome
  | { readonly kind: 'refused'; readonly failure: RuntimeFailure; readonly engineSays: string | undefined };

export type Stopped = Extract<Ending, { readonly kind: 'stopped' }>;

interface Measured {
  readonly fuelLeft: bigint;
  readonly peakMemoryBytes: number;
  readonly hostCalls: Readonly<HostCalls>;
}

/** All there is to tell of one run. */
export interface RunResult {
  readonly path: string;
  readonly plan: RunPlan;
  /** Before the manifest of a skill had a say. */
  readonly asked: { readonly limits: RunLimits; readonly timeoutMs: bigint };
  readonly profiled: boolean;
  readonly ending: Ending;
  /** Nothing where the run had to be ended from outside. */
  readonly measured: Measured | undefined;
  /** Only of what was compiled, and came to its end by itself. */
  readonly insight: Insight | undefined;
}

/** As far as a host sees it; nothing where nobody knows. */
export function fuelUsed({ plan, measured }: RunResult): bigint | undefined {
  return measured && plan.job.limits.fuelBudget - measured.fuelLeft;
}
