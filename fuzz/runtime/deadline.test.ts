import { expect, test } from 'vitest';
import { type Code, list } from '#fixtures/wasm/encoding.ts';
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
  const timeout = { milliseconds: 10 ** 9, now: ticking() };
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

const countTo = (end: number): Code =>
  op.loop(op.none, [
    [op.localGet(0), op.i32Const(1), op.i32Add, op.localSet(0)],
    [op.localGet(0), op.i32Const(end), op.i32LtU, op.brIf(0)],
  ]);

const moves: readonly (readonly [what: string, ahead: Code])[] = [
  ['nothing else', []],
  ['much that takes little', countTo(200_000)],
];

test.each(moves)(
  'nor does a guest outlast its time that fills its whole memory again and again, after %s',
  (_, ahead) => {
    const whole = [op.i32Const(0), op.i32Const(1), op.i32Const(64 * 1024 * 1024), op.memoryFill()];
    const body = [ahead, op.loop(op.none, [whole, op.br(0)]), op.i32Const(1)];
    const module = guest(body, { locals: [op.i32], memories: [{ min: 1024 }] });
    const before = performance.now();
    const timeout = { milliseconds: 20, now: () => performance.now() };
    expect(verdict(module, { fuel: 10n ** 15n, timeout })).toBe('timed-out');
    expect(performance.now() - before).toBeLessThan(2000);
  },
);

const longOperators: readonly (readonly [what: string, operator: Code])[] = [
  ['memory.fill', op.memoryFill()],
  ['memory.copy', [0xfc, 10, 0, 0]],
  ['table.fill', [0xfc, 17, 0]],
  ['table.copy', [0xfc, 14, 0, 0]],
  ['table.init', [0xfc, 12, 0, 0]],
];

test.each(longOperators)(
  '%s looks at the time once it has moved much, and consumes what it always does',
  (what, operator) => {
    const ofTable = what === 'table.fill';
    const once = [op.i32Const(0), ofTable ? op.refNull : op.i32Const(0), op.i32Const(0x1_0000), operator];
    const body = [Array.from({ length: 110 }, () => once), op.i32Const(1)];
    const many = Array.from({ length: 0x1_0000 }, () => [0]);
    const parts = {
      memories: [{ min: 1024 }],
      tables: [{ min: 0x1_0000 }],
      elements: [[1, 0, list(many)]],
    };
    const module = guest(body, parts);
    const limits = { tableElements: 10n ** 6n };
    const timeout = { milliseconds: 5, now: ticking() };
    expect(verdict(module, { limits, timeout })).toBe('timed-out');
    const slow = { milliseconds: 1000, now: ticking() };
    expect(runGuest(module, { limits, timeout: slow })).toEqual(runGuest(module, { limits }));
  },
);

test('where fuel and time have both run out while much is moved, it was the fuel', () => {
  const once = [op.i32Const(0), op.i32Const(1), op.i32Const(0x10_0000), op.memoryFill()];
  const module = guest([op.loop(op.none, [Array.from({ length: 20 }, () => once), op.br(0)]), op.i32Const(1)], {
    memories: [{ min: 16 }],
  });
  let readings = 0;
  const now = () => (readings++ < 4 ? 0 : 10);
  expect(verdict(module, { fuel: 3n, timeout: { milliseconds: 1, now } })).toBe('limit');
});
