import type { Scrutiny } from '#reference/runtime/engine/insight.ts';
import { moduleSource, type PoolOutcome } from '#reference/runtime/pool/pending-run.ts';
import type { RunPlan } from '#reference/runtime/runner/plan.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { runIsolated } from './isolated.ts';
import type { RunResult } from './result.ts';

type Ran = Pick<RunResult, 'ending' | 'measured' | 'insight'>;

export async function execute({ job }: RunPlan, scrutiny: Scrutiny, shell: Shell): Promise<Outcome<Ran>> {
  const { entrypoint, limits, grants, timeoutMs } = job;
  const module = moduleSource(job.module);
  const request = { module, entrypoint, limits, grants, timeoutMilliseconds: Number(timeoutMs), scrutiny };
  return toRan(await runIsolated(request, shell), limits.fuelBudget);
}

function toRan(ended: PoolOutcome, fuelBudget: bigint): Outcome<Ran> {
  switch (ended.kind) {
    case 'ran': {
      const { outcome, fuelLeft, peakMemoryBytes, hostCalls, insight } = ended.report;
      return ok({ ending: outcome, measured: { fuelLeft, peakMemoryBytes, hostCalls }, insight });
    }
    case 'refused': {
      const { failure, engineSays } = ended;
      const measured = { fuelLeft: fuelBudget, peakMemoryBytes: 0, hostCalls: { count: 0, first: [] } };
      return ok({ ending: { kind: 'refused', failure, engineSays }, measured, insight: undefined });
    }
    case 'lost':
      return ok({ ending: ended.outcome, measured: undefined, insight: undefined });
    case 'aborted':
      return refuse({ code: 'cli.interrupted' });
    default:
      return ended satisfies never;
  }
}
