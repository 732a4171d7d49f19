import type { Grants } from '../engine/capabilities.ts';
import type { Engine } from '../engine/engine.ts';
import type { RunLimits } from '../engine/link.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { RuntimeResult } from '../result.ts';
import { toBinary } from '../text/to-binary.ts';

/** All that an engine needs to know for one run. */
export interface RunJob {
  /** A binary or a text. */
  readonly module: Uint8Array<ArrayBuffer>;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  /** With none left the deadline has passed. */
  readonly timeoutMs: bigint;
}

/** Whatever runs a module: an engine in the same thread, or a pool of workers. */
export type Execute = (job: RunJob) => Promise<RuntimeResult<Outcome>>;

/** For modules that are trusted not to keep the parser of texts busy. */
export function inThread(engine: Engine, now: () => number): Execute {
  return async ({ module, entrypoint, limits, grants, timeoutMs }) => {
    const binary = await toBinary(module);
    if (!binary.ok) return binary;
    const prepared = engine.prepare(binary.value);
    if (!prepared.ok) return prepared;
    const timeout = { milliseconds: Number(timeoutMs), now };
    const { outcome } = engine.run({ module: prepared.value, entrypoint, limits, grants, timeout });
    return { ok: true, value: outcome };
  };
}
