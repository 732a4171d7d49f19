import { noGrants } from '../../engine/capabilities.ts';
import { moduleSource, type PoolOutcome, type PoolRequest } from '../pending-run.ts';
import { type PoolOptions, SandboxPool } from '../sandbox-pool.ts';

export const limits = { fuelBudget: 10_000_000n, memoryBytes: 67_108_864n, tableElements: 100_000n, instances: 10n };
export const endless = 2n ** 60n;

export const text = (source: string) => moduleSource(new TextEncoder().encode(source));
export const running = (body: string) => text(`(module (func (export "run") (result i32) ${body}))`);
export const seven = running('i32.const 7');
export const spin = running('(loop br 0) i32.const 0');

export function ask(module: PoolRequest['module'], fuelBudget = limits.fuelBudget): PoolRequest {
  return { module, entrypoint: 'run', limits: { ...limits, fuelBudget }, grants: noGrants };
}

/** What matters of an outcome: the exit code, or why there is none. */
export function gist(outcome: PoolOutcome): unknown {
  if (outcome.kind === 'aborted') return 'aborted';
  if (outcome.kind === 'refused') return outcome.failure.code;
  const { outcome: end } = outcome.kind === 'ran' ? outcome.report : outcome;
  return end.kind === 'finished' ? end.exitCode : `${end.class}: ${end.cause.kind}`;
}

export async function withPool<T>(options: PoolOptions, use: (pool: SandboxPool) => Promise<T>): Promise<T> {
  const pool = new SandboxPool(options);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** Nobody can stop its preparation from inside. */
export function slowToPrepare(): PoolRequest['module'] {
  const labels = Array.from({ length: 20_000 }, (_, index) => `block $l${index} `).join('');
  return running(`${labels}${'br $l0 '.repeat(60_000)}${'end '.repeat(20_000)}i32.const 0`);
}

/** No guest is known that keeps its worker busy beyond its time; this one is told of no time. */
export function untold(request: PoolRequest, timeoutMilliseconds: number): PoolRequest {
  const told = [Number.POSITIVE_INFINITY];
  return {
    ...request,
    get timeoutMilliseconds() {
      return told.shift() ?? timeoutMilliseconds;
    },
  };
}
