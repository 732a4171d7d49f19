import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grants } from '#reference/runtime/engine/capabilities.ts';
import type { RunReport } from '#reference/runtime/engine/engine.ts';
import { wasm } from '#reference/runtime/engine/web-assembly.ts';
import { capabilityModule } from '#spec/constants.ts';
import { runGuest } from './guest.ts';
import { randomGuest } from './random-guest.ts';

const plenty = 20_000n;
const grants: Grants = { http: ['a', 'b'], secret: ['c'], storage: [], channel: ['d', 'e', 'f'] };
const guests = fc.nat().map(randomGuest);
const budgets = fc.bigInt({ min: 0n, max: 200n });

const run = (module: Uint8Array<ArrayBuffer>, fuel: bigint) => runGuest(module, { fuel, grants });

function ranDry({ outcome }: RunReport): boolean {
  return outcome.kind === 'stopped' && outcome.cause.kind === 'out-of-fuel';
}

/** The guest as it was written, on the bare engine. */
function bare(module: Uint8Array<ArrayBuffer>): unknown {
  const { http, secret, channel } = { http: [10_000, 10_001], secret: [20_000], channel: [40_000, 40_001, 40_002] };
  const imports = {
    'http-count': () => http.length,
    'http-handle': (index: number) => http[index] ?? -1,
    'secret-count': () => secret.length,
    'channel-handle': (index: number) => channel[index] ?? -1,
  };
  try {
    const { run } = new wasm.Instance(new wasm.Module(module), { [capabilityModule]: imports }).exports;
    return typeof run === 'function' ? run() : undefined;
  } catch (error) {
    return String(error);
  }
}

test('with enough fuel a guest gives what it gives on the bare engine', () => {
  const property = fc.property(guests, (module) => {
    const report = run(module, plenty);
    fc.pre(!ranDry(report));
    const { outcome } = report;
    if (outcome.kind === 'finished') expect(outcome.exitCode).toBe(bare(module));
    else expect(outcome.cause).toMatchObject({ kind: 'trap', detail: bare(module) });
  });
  fc.assert(property, { numRuns: 300 });
});

test('more fuel never takes anything away: what was called stays called, what finished finishes alike', () => {
  const property = fc.property(guests, budgets, budgets, (module, one, other) => {
    const less = run(module, one < other ? one : other);
    const more = run(module, one < other ? other : one);
    expect(more.hostCalls.first.slice(0, less.hostCalls.count)).toEqual(less.hostCalls.first);
    if (less.outcome.kind === 'finished')
      expect(more).toMatchObject({ outcome: less.outcome, hostCalls: less.hostCalls });
  });
  fc.assert(property, { numRuns: 500 });
});

test('what a guest consumed does not depend on what it was given', () => {
  const property = fc.property(guests, budgets, (module, extra) => {
    const first = run(module, plenty);
    fc.pre(!ranDry(first));
    expect(run(module, plenty + extra).fuelLeft - first.fuelLeft).toBe(extra);
  });
  fc.assert(property, { numRuns: 300 });
});

test('a guest that is dealt its fuel in slices notices nothing', () => {
  const timeout = { milliseconds: 1, now: () => 0 };
  const property = fc.property(guests, budgets, (module, fuel) => {
    expect(runGuest(module, { fuel, grants, timeout })).toEqual(run(module, fuel));
  });
  fc.assert(property, { numRuns: 300 });
});
