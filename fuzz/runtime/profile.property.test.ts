import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuestRun } from '#fixtures/guests/guest.ts';
import { guestModule, guestNames, guests } from '#fixtures/guests/guests.ts';
import { type Grants, noGrants } from '#reference/runtime/engine/capabilities.ts';
import type { RunReport } from '#reference/runtime/engine/engine.ts';
import type { FunctionProfile, Scrutiny } from '#reference/runtime/engine/insight.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import { engine, type Run, runGuest } from './guest.ts';
import { randomGuest } from './random-guest.ts';

const grants: Grants = { http: ['a', 'b'], secret: ['c'], storage: [], channel: ['d', 'e', 'f'] };
const hosts = { http: ['a.example', 'b.example'] };

function sumOf(profile: readonly FunctionProfile[]): bigint {
  return profile.reduce((sum, { self }) => sum + self, 0n);
}

/** The run as it is without a profile, and what was found out about it besides. */
function profiled(module: Uint8Array<ArrayBuffer>, how: Run, budget: bigint) {
  const { insight, ...report } = runGuest(module, { ...how, scrutiny: 'profiled' });
  if (insight?.profile === undefined) throw new Error('a profile was asked for');
  const consumed = budget - report.fuelLeft + insight.overdrawn + insight.unseen;
  return { report, profile: insight.profile, consumed };
}

/** How deep a guest can call is up to the engine, and a metered function is as deep as a profiled one only by chance. */
function endsByDepth({ outcome }: RunReport): boolean {
  return outcome.kind === 'stopped' && outcome.cause.kind === 'trap' && outcome.cause.trap === 'stack-exhausted';
}

function expectConsistent(profile: readonly FunctionProfile[], consumed: bigint): void {
  expect(sumOf(profile)).toBe(consumed);
  for (const { self, inclusive, calls } of profile) {
    expect(calls).toBeGreaterThan(0n);
    expect(self).toBeGreaterThanOrEqual(0n);
    expect(inclusive).toBeGreaterThanOrEqual(self);
    expect(inclusive).toBeLessThanOrEqual(consumed);
  }
}

test('a profile changes nothing, and the fuel of its functions is all that was consumed', () => {
  const property = fc.property(fc.nat(), fc.bigInt({ min: 0n, max: 2000n }), fc.boolean(), (seed, fuel, sliced) => {
    const module = randomGuest(seed);
    const how = { fuel, grants, ...(sliced && { timeout: { milliseconds: 1, now: () => 0 } }) };
    const { report, profile, consumed } = profiled(module, how, fuel);
    expect(report).toEqual(runGuest(module, how));
    expectConsistent(profile, consumed);
  });
  fc.assert(property, { numRuns: 400 });
});

const rows = guestNames.flatMap((name) => guests[name].runs.filter(isQuick).map((run) => ({ name, run })));

function isQuick({ byClockAlone, timeoutMilliseconds }: GuestRun): boolean {
  return !byClockAlone && timeoutMilliseconds === undefined;
}

test.each(rows)('$name $run.entrypoint consumes and ends with a profile as it does without', ({ name, run }) => {
  const budget = run.limits?.fuelBudget ?? runtimeDefaults.fuelBudget;
  const how: Run = {
    entrypoint: run.entrypoint,
    limits: run.limits ?? {},
    grants: { ...noGrants, ...hosts, ...run.grants },
  };
  const { report, profile, consumed } = profiled(guestModule(name), how, budget);
  expectConsistent(profile, consumed);
  const plain = runGuest(guestModule(name), how);
  if (endsByDepth(plain)) expect(report.outcome).toEqual(plain.outcome);
  else expect(report).toEqual(plain);
});

test('a module of changed bytes is refused with a profile as it is without', () => {
  const change = fc.record({ seed: fc.nat(1000), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
  const property = fc.property(change, ({ seed, at, bytes }) => {
    const changed = randomGuest(seed);
    changed.set(bytes.subarray(0, changed.length - (at % changed.length)), at % changed.length);
    expect(codeOf(changed, 'profiled')).toBe(codeOf(changed, undefined));
  });
  fc.assert(property, { numRuns: 200 });
});

function codeOf(bytes: Uint8Array<ArrayBuffer>, scrutiny: Scrutiny | undefined): string {
  const prepared = engine.prepare(bytes, scrutiny);
  return prepared.ok ? 'ok' : prepared.failure.code;
}

test('whatever a section of names holds, functions have names', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
    const section = [0, 5 + content.length, 4, ...Buffer.from('name'), ...content];
    const module = new Uint8Array([...guestModule('fuel'), ...section]);
    const { profile, consumed } = profiled(module, {}, runtimeDefaults.fuelBudget);
    expect(sumOf(profile)).toBe(consumed);
    for (const { name } of profile) expect(name).not.toBe('');
  });
  fc.assert(property, { numRuns: 300 });
});
