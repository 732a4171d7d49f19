import { handlesFor, noGrants } from '../engine/capabilities.ts';
import type { RunReport } from '../engine/engine.ts';
import { moduleSource, type PoolOutcome, type PoolRequest } from '../pool/pending-run.ts';
import type { SandboxPool } from '../pool/sandbox-pool.ts';
import type { RuntimeResult } from '../result.ts';
import type { Execute, RunJob } from './execute.ts';

type Ended = Pick<RunReport, 'outcome' | 'fuelLeft' | 'handles'>;

/** For modules that nobody trusts: whatever they do, the thread that asks goes on. */
export function inPool(pool: SandboxPool): Execute {
  return async (job) => {
    const ended = await runInPool(pool, { ...job, module: moduleSource(job.module) });
    return ended.ok ? { ok: true, value: ended.value.outcome } : ended;
  };
}

type PooledJob = Omit<RunJob, 'module' | 'timeoutMs'> & {
  readonly module: PoolRequest['module'];
  readonly timeoutMs: bigint | null;
};

export async function runInPool(
  pool: SandboxPool,
  { timeoutMs, ...request }: PooledJob,
): Promise<RuntimeResult<Ended>> {
  const time = timeoutMs === null ? {} : { timeoutMilliseconds: Number(timeoutMs) };
  return toEnded(await pool.run({ ...request, ...time }));
}

function toEnded(ended: PoolOutcome): RuntimeResult<Ended> {
  switch (ended.kind) {
    case 'ran':
      return { ok: true, value: ended.report };
    case 'refused':
      return { ok: false, failure: ended.failure };
    case 'lost':
      // Where a worker ended over something else, whatever the run had left went with it.
      return {
        ok: true,
        value: { outcome: ended.outcome, fuelLeft: ended.fuelLeft ?? 0n, handles: handlesFor(noGrants) },
      };
    case 'aborted':
      throw new Error('a run was asked of a pool that is closed');
    default:
      return ended satisfies never;
  }
}
