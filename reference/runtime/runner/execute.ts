import type { Grants } from '../engine/capabilities.ts';
import type { Engine, RunReport } from '../engine/engine.ts';
import type { RunLimits } from '../engine/link.ts';
import type { RuntimeResult } from '../failure.ts';

/** All that an engine needs to know for one run. */
export interface RunJob {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  /** None left is a deadline that has passed. */
  readonly timeoutMs: bigint;
}

export type Executed = RuntimeResult<Pick<RunReport, 'outcome' | 'handles'>>;

/** Whatever runs a module: an engine in the same thread, or a pool of workers. */
export type Execute = (job: RunJob) => Executed | Promise<Executed>;

export function inThread(engine: Engine, now: () => number): Execute {
  return ({ module, entrypoint, limits, grants, timeoutMs }) => {
    const prepared = engine.prepare(module);
    if (!prepared.ok) return prepared;
    const timeout = { milliseconds: Number(timeoutMs), now };
    return { ok: true, value: engine.run({ module: prepared.value, entrypoint, limits, grants, timeout }) };
  };
}
