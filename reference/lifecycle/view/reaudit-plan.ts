import type { InstalledRecord } from '../index/installed-index.ts';
import { reauditTargets } from '../step/reaudit.ts';
import type { LifecycleState } from '../step/types.ts';

export interface ReauditPlan {
  /** Null where nothing is audited again. */
  readonly intervalMs: bigint | null;
  readonly due: boolean;
  readonly targets: readonly InstalledRecord[];
}

/** What is audited again, and whether now. An interval of 0 is none. */
export function reauditPlan(state: LifecycleState, intervalMs: bigint, nowUnixMs: bigint): ReauditPlan {
  // PLAN-TARGETS, PLAN-EVERY-SKILL: an index in normal form has one current version of every skill.
  const targets = reauditTargets(state.index);
  // PLAN-OFF
  if (intervalMs === 0n) return { intervalMs: null, due: false, targets };
  return { intervalMs, due: isDue(state.nextReauditUnixMs, intervalMs, nowUnixMs), targets };
}

function isDue(next: bigint | null, intervalMs: bigint, now: bigint): boolean {
  // PLAN-FIRST
  if (next === null) return true;
  // PLAN-CLOCK: what lies further ahead than an interval was not planned by this clock and this interval.
  return now >= next || next - now > intervalMs;
}
