import { expect, test } from 'vitest';
import * as op from '#fixtures/wasm/operators.ts';
import { guest, runGuest, verdict } from './guest.ts';

const forever = op.loop(op.none, op.br(0));
const spin = guest([forever, op.i32Const(1)]);
const startSpins = guest(op.i32Const(1), { functions: [{ params: [], results: [], body: forever }], start: 0 });

/** A clock that moves a millisecond each time it is read. */
function ticking() {
  let time = 0;
  return () => time++;
}

test('a deadline ends a guest that still has fuel', () => {
  const timeout = { milliseconds: 10, now: ticking() };
  expect(runGuest(spin, { fuel: 10n ** 15n, timeout }).outcome).toMatchObject({ class: 'timed-out' });
  expect(verdict(startSpins, { fuel: 10n ** 15n, timeout: { milliseconds: 10, now: ticking() } })).toBe('timed-out');
});

test('a deadline that has passed ends a guest at its first check', () => {
  const late = { milliseconds: 0, now: () => 0 };
  const { outcome, fuelLeft } = runGuest(guest(op.i32Const(1)), { fuel: 5n, timeout: late });
  expect(outcome).toEqual({ kind: 'stopped', class: 'timed-out', cause: { kind: 'deadline' } });
  expect(fuelLeft).toBe(5n);
});

test('where both have run out, it was the fuel', () => {
  expect(verdict(spin, { fuel: 1n, timeout: { milliseconds: 0, now: () => 0 } })).toBe('limit');
  expect(verdict(spin, { fuel: 5000n, timeout: { milliseconds: 10_000, now: () => 0 } })).toBe('limit');
});

test('a missing export is missing, however late it is', () => {
  expect(verdict(spin, { entrypoint: 'walk', timeout: { milliseconds: 0, now: () => 0 } })).toBe('missing-export');
});

test('reading the clock between slices does not change what fuel is left', () => {
  const body = [
    op.loop(op.none, [
      op.localGet(0),
      op.i32Const(1),
      op.i32Add,
      op.localSet(0),
      op.localGet(0),
      op.i32Const(500_000),
      op.i32LtU,
      op.brIf(0),
    ]),
    op.i32Const(1),
    op.i32Const(0),
    op.i32DivS,
  ];
  const trapping = guest(body, { locals: [op.i32] });
  const finishing = guest([body.slice(0, 1), op.i32Const(1)], { locals: [op.i32] });
  const timeout = { milliseconds: 1000, now: ticking() };
  for (const module of [trapping, finishing]) {
    expect(runGuest(module, { fuel: 10n ** 7n, timeout })).toEqual(runGuest(module, { fuel: 10n ** 7n }));
  }
});

test('a guest is stopped soon after its time', () => {
  const now = () => performance.now();
  const before = now();
  expect(verdict(spin, { fuel: 10n ** 15n, timeout: { milliseconds: 20, now } })).toBe('timed-out');
  expect(now() - before).toBeGreaterThanOrEqual(20);
});
