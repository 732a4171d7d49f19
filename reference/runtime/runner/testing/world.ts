import { names, runtime } from '#spec/constants.ts';
import { describeRunner } from '#spec/failure/runner.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { RunJob } from '../execute.ts';
import { type CapabilityLists, defaultPolicy, noCapabilities, type RunnerPolicy } from '../policy.ts';
import { planInput, type RunnerWorld, runPlugin } from '../run-plugin.ts';

export const openPolicy: RunnerPolicy = { ...defaultPolicy, enabled: true, allowInlineModules: true };

export function allowing(allowed: Partial<CapabilityLists>): RunnerPolicy {
  return { ...openPolicy, allowed: { ...noCapabilities, ...allowed } };
}

/** A world in which every module ends the same way, and that remembers what it was asked to run. */
export function worldWith(given: Partial<RunnerWorld> = {}, outcome: Outcome = { kind: 'finished', exitCode: 1 }) {
  const jobs: RunJob[] = [];
  const world: RunnerWorld = {
    host: { names: names.shipped, runtime },
    skills: () => [],
    policy: openPolicy,
    timeoutMs: runnerDefaults.timeoutMs,
    now: () => 0,
    async execute(job) {
      jobs.push(job);
      return { ok: true, value: outcome };
    },
    ...given,
  };
  return { world, jobs };
}

export function bytesOf(input: unknown): Uint8Array {
  return typeof input === 'string' ? Buffer.from(input) : Buffer.from(JSON.stringify(input));
}

/** The code of the failure, or `planned`. */
export function verdictOn(input: unknown, given: Partial<RunnerWorld> = {}): string {
  const plan = planInput(bytesOf(input), worldWith(given).world);
  return plan.ok ? 'planned' : plan.failure.code;
}

/** The sentence for people, or nothing where there is no failure. */
export function sentenceOn(input: unknown, given: Partial<RunnerWorld> = {}): string {
  const plan = planInput(bytesOf(input), worldWith(given).world);
  return plan.ok ? '' : describeRunner(plan.failure);
}

export function run(input: unknown, given: Partial<RunnerWorld> = {}, outcome?: Outcome) {
  return runPlugin(bytesOf(input), worldWith(given, outcome).world);
}
