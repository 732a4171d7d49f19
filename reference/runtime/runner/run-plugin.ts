import type { RunnerFailure } from '#spec/failure/runner.ts';
import type { StopCause, StopClass } from '#spec/runtime.ts';
import { handlesFor } from '../engine/capabilities.ts';
import type { Execute } from './execute.ts';
import { type RunnerResult, refuse } from './failure.ts';
import { findBlank, parseRunInput } from './input.ts';
import type { ModuleSource } from './module-source.ts';
import { planRun, type RunPlan } from './plan.ts';
import type { CapabilityLists, RunnerPolicy } from './policy.ts';
import { resolveModule } from './resolve-module.ts';
import type { SkillWorld } from './resolve-skill.ts';
import type { RunSuccess } from './success.ts';

export interface RunnerWorld extends SkillWorld {
  readonly policy: RunnerPolicy;
  /** What the caller allows for the execution; the policy has no say in it. */
  readonly timeoutMs: bigint;
  readonly execute: Execute;
  /** In milliseconds, of a clock that is never set back. */
  readonly now: () => number;
}

/** The whole of `palyra.plugin.run`. The checks stand in the order in which their failures win. */
export async function runPlugin(input: Uint8Array, world: RunnerWorld): Promise<RunnerResult<RunSuccess>> {
  const begin = world.now();
  const plan = planInput(input, world);
  return plan.ok ? execute(plan.value, world, begin) : plan;
}

/** A hook brings its module along: whoever bound it has resolved it. */
export async function runResolved(
  source: ModuleSource,
  requested: CapabilityLists,
  world: Omit<RunnerWorld, keyof SkillWorld>,
): Promise<RunnerResult<RunSuccess>> {
  const begin = world.now();
  if (!world.policy.enabled) return refuse({ code: 'runner.disabled' });
  const plan = planRun(source, requested, world.policy, world.timeoutMs);
  return plan.ok ? execute(plan.value, world, begin) : plan;
}

/** What would be run, by a look at everything but the code. */
export function planInput(bytes: Uint8Array, world: Omit<RunnerWorld, 'execute' | 'now'>): RunnerResult<RunPlan> {
  if (!world.policy.enabled) return refuse({ code: 'runner.disabled' });
  const input = parseRunInput(bytes);
  if (!input.ok) return input;
  const field = findBlank(input.value);
  if (field !== undefined) return refuse({ code: 'runner.blank-field', field });
  const source = resolveModule(input.value, world.policy, world);
  if (!source.ok) return source;
  return planRun(source.value, input.value.capabilities, world.policy, world.timeoutMs);
}

async function execute(
  { source, granted, job }: RunPlan,
  world: Pick<RunnerWorld, 'execute' | 'now'>,
  begin: number,
): Promise<RunnerResult<RunSuccess>> {
  const executed = await world.execute(job);
  if (!executed.ok) return refuse({ code: 'runner.bad-module', failure: executed.failure });
  const outcome = executed.value;
  if (outcome.kind === 'stopped') {
    return refuse(failureOf(outcome.class, outcome.cause, job.entrypoint, job.timeoutMs));
  }
  const durationMs = Math.max(0, Math.floor(world.now() - begin));
  const handles = handlesFor(job.grants);
  return { ok: true, value: { exitCode: outcome.exitCode, source, granted, handles, durationMs } };
}

function failureOf(stop: StopClass, cause: StopCause, entrypoint: string, timeoutMs: bigint): RunnerFailure {
  switch (stop) {
    case 'linker':
      return { code: 'runner.unlinkable', cause };
    case 'missing-export':
      return { code: 'runner.missing-export', entrypoint };
    case 'execution':
      return { code: 'runner.execution-failed', cause };
    case 'limit':
      return { code: 'runner.limit-exceeded', cause };
    case 'timed-out':
      return { code: 'runner.timed-out', timeoutMs };
    default:
      return stop satisfies never;
  }
}
