import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import { Engine } from '#reference/runtime/engine/engine.ts';
import { noCapabilities } from '#reference/runtime/runner/policy.ts';
import { toBinary } from '#reference/runtime/text/to-binary.ts';
import { names, runtime } from '#spec/constants.ts';
import { runnerDefaults } from '#spec/runner.ts';
import { planPlugin, type Wish } from '../plan.ts';
import type { RunResult } from '../result.ts';

const engine = new Engine();

export interface Asked extends Partial<Wish> {
  readonly profiled?: boolean;
}

/** The result of a run in the thread of the test, on a clock that stands still until it is out of time. */
async function resultOf(bytes: Uint8Array, { profiled = false, ...asked }: Asked = {}): Promise<RunResult> {
  const wish: Wish = {
    path: 'plugin.wasm',
    module: undefined,
    tool: undefined,
    entrypoint: undefined,
    limits: runnerDefaults.limits,
    timeoutMs: runnerDefaults.timeoutMs,
    grants: noCapabilities,
    ...asked,
  };
  const plan = planPlugin(bytes, wish, { names: names.shipped, runtime });
  if (!plan.ok) throw new Error(plan.failure.code);
  const { limits, timeoutMs, path } = wish;
  const common = { path, plan: plan.value, asked: { limits, timeoutMs }, profiled };
  const { module, entrypoint, limits: within, grants } = plan.value.job;
  const binary = await toBinary(module);
  const prepared = binary.ok ? engine.prepare(binary.value, profiled ? 'profiled' : 'explained') : binary;
  if (!prepared.ok) {
    const measured = { fuelLeft: within.fuelBudget, peakMemoryBytes: 0, hostCalls: { count: 0, first: [] } };
    const { failure, engineSays } = prepared;
    return { ...common, ending: { kind: 'refused', failure, engineSays }, measured, insight: undefined };
  }
  const timeout = { milliseconds: Number(timeoutMs), now: ticking() };
  const { outcome, insight, ...measured } = engine.run({
    module: prepared.value,
    entrypoint,
    limits: within,
    grants,
    timeout,
  });
  return { ...common, ending: outcome, measured, insight };
}

export function resultOfGuest(name: GuestName, asked: Asked = {}): Promise<RunResult> {
  return resultOf(guestModule(name), asked);
}

export function resultOfText(text: string, asked: Asked = {}): Promise<RunResult> {
  return resultOf(Buffer.from(text), { path: 'plugin.wat', ...asked });
}

/** A clock that moves a millisecond each time it is read. */
function ticking(): () => number {
  let now = 0;
  return () => now++;
}
