import { expect, test } from 'vitest';
import type { Code } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { elementsAt } from '#fixtures/wasm/wasm-module.ts';
import { capability, guest, runGuest, twoHosts, verdict } from './guest.ts';

const { i32, none } = op;
const gives = (body: Code) => ({ params: [], results: [i32], body });
const takes = (body: Code, results: readonly number[] = [i32]) => ({ params: [i32], results, body });
const dropped = Array.from({ length: 100 }, () => [op.i32Const(1), op.drop]);

const countTo = (bound: number) =>
  guest(
    [
      op.loop(none, [
        op.localGet(0),
        op.i32Const(1),
        op.i32Add,
        op.localSet(0),
        op.localGet(0),
        op.i32Const(bound),
        op.i32LtU,
        op.brIf(0),
      ]),
      op.localGet(0),
    ],
    { locals: [i32] },
  );
const leaveAtTen = guest(
  [
    op.block(
      none,
      op.loop(none, [
        op.localGet(0),
        op.i32Const(10),
        op.i32GeU,
        op.brIf(1),
        op.localGet(0),
        op.i32Const(1),
        op.i32Add,
        op.localSet(0),
        op.br(0),
      ]),
    ),
    op.localGet(0),
  ],
  { locals: [i32] },
);
const fib = takes([
  op.localGet(0),
  op.i32Const(2),
  op.i32LtS,
  op.ifThen(i32, op.localGet(0), [
    op.localGet(0),
    op.i32Const(1),
    op.i32Sub,
    op.call(0),
    op.localGet(0),
    op.i32Const(2),
    op.i32Sub,
    op.call(0),
    op.i32Add,
  ]),
]);
const deep = takes([op.localGet(0), op.ifThen(none, [op.localGet(0), op.i32Const(1), op.i32Sub, op.call(0)])], []);
const tail = takes([
  op.localGet(0),
  op.i32Eqz,
  op.ifThen(i32, op.i32Const(0), [op.localGet(0), op.i32Const(1), op.i32Sub, op.returnCall(0)]),
]);
const addOne = [op.globalGet(0), op.i32Const(1), op.i32Add, op.globalSet(0), op.globalGet(0)];

/** Three blocks of different cost before them, and a table that leads out of each. */
const tableOut = (index: number) =>
  guest(
    [
      op.block(none, [
        op.i32Const(0),
        op.brIf(0),
        op.block(none, [
          dropped.slice(0, 5),
          op.i32Const(0),
          op.brIf(0),
          op.loop(none, [
            op.localGet(0),
            op.i32Const(1),
            op.i32Add,
            op.localSet(0),
            op.localGet(0),
            op.i32Const(2),
            op.i32LtU,
            op.brIf(0),
            op.i32Const(index),
            op.brTable([1, 2], 1),
          ]),
        ]),
        op.loop(none, []),
      ]),
      dropped.slice(0, 3),
      op.localGet(0),
    ],
    { locals: [i32] },
  );

/** An `if` that ends the function, inside another, with a way around left to each arm. */
const lastArms = (first: number, second: number) =>
  guest([
    op.i32Const(first),
    op.ifThen(
      i32,
      [dropped.slice(0, 2), op.i32Const(1)],
      [op.i32Const(second), op.ifThen(i32, [op.i32Const(2)], [dropped.slice(0, 7), op.i32Const(3)])],
    ),
  ]);

/** The same, left through its own label on the way. */
const leftArm = (condition: number) =>
  guest([
    op.i32Const(1),
    op.ifThen(
      i32,
      [op.i32Const(5), op.i32Const(condition), op.brIf(0), op.drop, dropped.slice(0, 3), op.i32Const(6)],
      op.i32Const(7),
    ),
  ]);

/** An `if` without `else` whose label a branch reaches with another cost than the way around it. */
const aroundIf = (condition: number) =>
  guest([
    op.i32Const(condition),
    op.ifThen(none, [dropped.slice(0, 4), op.i32Const(0), op.brIf(0), op.nop]),
    op.loop(none, []),
    op.i32Const(1),
  ]);

const golden: readonly (readonly [
  what: string,
  module: Uint8Array<ArrayBuffer>,
  result: number,
  total: bigint,
  least: bigint,
])[] = [
  ['a constant', guest(op.i32Const(7)), 7, 2n, 2n],
  ['nothing costs nothing', guest([op.nop, op.nop, op.i32Const(1), op.i32Const(2), op.drop]), 1, 3n, 2n],
  ['a branch that is taken', guest([op.block(none, [op.i32Const(1), op.brIf(0)]), op.i32Const(5)]), 5, 4n, 2n],
  ['an else', guest([op.i32Const(0), op.ifThen(i32, op.i32Const(1), op.i32Const(2))]), 2, 4n, 2n],
  ['an if that is passed', guest([op.i32Const(0), op.ifThen(none, op.nop), op.i32Const(3)]), 3, 4n, 2n],
  ['a return', guest([op.i32Const(4), op.ret]), 4, 2n, 2n],
  ['a branch out of the function', guest([op.i32Const(4), op.br(0)]), 4, 3n, 2n],
  [
    'a table of branches',
    guest([op.block(none, op.block(none, [op.i32Const(1), op.brTable([0], 1)])), op.i32Const(6)]),
    6,
    4n,
    2n,
  ],
  ['a call', guest(op.call(0), { functions: [gives(op.i32Const(5))] }), 5, 4n, 4n],
  [
    'three empty calls',
    guest([op.call(0), op.call(0), op.call(0), op.i32Const(4)], { functions: [{ params: [], results: [], body: [] }] }),
    4,
    8n,
    8n,
  ],
  ['a tail call', guest(op.returnCall(0), { functions: [gives(op.i32Const(5))] }), 5, 4n, 4n],
  [
    'an indirect call',
    guest([op.i32Const(0), op.callIndirect(0)], {
      functions: [gives(op.i32Const(5))],
      tables: [{ min: 1 }],
      elements: [elementsAt(op.i32Const(0), [0])],
    }),
    5,
    5n,
    5n,
  ],
  ['a call of the host', guest(op.call(0), { imports: [capability('http-count')] }), 2, 2n, 2n],
  ['a loop of three', countTo(3), 3, 26n, 18n],
  ['a loop of a thousand', countTo(1000), 1000, 8002n, 7994n],
  ['a loop that is left in its middle', leaveAtTen, 10, 96n, 92n],
  ['recursion', guest([op.i32Const(10), op.call(0)], { functions: [fib] }), 55, 1769n, 1760n],
  [
    'a store and a load',
    guest([op.i32Const(0), op.i32Const(9), op.i32Store(), op.i32Const(0), op.i32Load()], { memories: [{ min: 1 }] }),
    9,
    6n,
    2n,
  ],
  ['the size of a memory', guest(op.memorySize(), { memories: [{ min: 1 }] }), 1, 2n, 2n],
  ['a global', guest(addOne, { globals: [{ type: i32, mutable: true, init: op.i32Const(3) }] }), 4, 6n, 2n],
  ['a select', guest([op.i32Const(1), op.i32Const(2), op.i32Const(0), op.select]), 2, 5n, 2n],
  ['a hundred constants', guest([dropped, op.i32Const(9)]), 9, 102n, 2n],
  ['a hundred constants and a loop', guest([dropped, op.loop(none, []), op.i32Const(9)]), 9, 102n, 102n],
  ['a product of 64 bits', guest([op.i64Const(3), op.i64Const(4), op.i64Mul, op.i32WrapI64]), 12, 5n, 2n],
  ['a hundred calls deep', guest([op.i32Const(100), op.call(0), op.i32Const(0)], { functions: [deep] }), 0, 707n, 705n],
  ['a hundred tail calls', guest([op.i32Const(100), op.call(0)], { functions: [tail] }), 0, 808n, 805n],
  [
    'a bulk operation is one unit',
    guest([op.i32Const(0), op.i32Const(0), op.i32Const(65536), op.memoryFill(), op.loop(none, []), op.i32Const(1)], {
      memories: [{ min: 1 }],
    }),
    1,
    6n,
    6n,
  ],
  [
    'an empty start function is one entry',
    guest(op.i32Const(7), { functions: [{ params: [], results: [], body: [] }], start: 0 }),
    7,
    3n,
    3n,
  ],
  ['a table out of a block and past a loop', tableOut(0), 2, 32n, 29n],
  ['the same table past the loop', tableOut(1), 2, 32n, 19n],
  ['the same table with its default', tableOut(9), 2, 32n, 29n],
  ['the first arm at the end of a function', lastArms(1, 1), 1, 6n, 2n],
  ['the inner first arm', lastArms(0, 1), 2, 6n, 2n],
  ['the inner second arm', lastArms(0, 0), 3, 13n, 2n],
  ['a last arm that is left through its label', leftArm(1), 5, 6n, 2n],
  ['the same arm to its end', leftArm(0), 6, 10n, 2n],
  ['an if that is left through its label', aroundIf(1), 1, 10n, 10n],
  ['the way around the same if', aroundIf(0), 1, 4n, 4n],
];

test.each(golden)('%s: result, total and smallest budget', (_, module, result, total, least) => {
  const plenty = 1_000_000n;
  const { outcome, fuelLeft } = runGuest(module, { fuel: plenty, grants: twoHosts });
  expect(outcome).toEqual({ kind: 'finished', exitCode: result });
  expect(plenty - fuelLeft).toBe(total);
  expect(verdict(module, { fuel: least, grants: twoHosts })).toBe(result);
  expect(verdict(module, { fuel: least - 1n, grants: twoHosts })).toBe('limit');
});

test('the whole range of budgets is counted in', () => {
  for (const fuel of [2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n]) {
    expect(runGuest(countTo(3), { fuel }).fuelLeft).toBe(fuel - 26n);
  }
});

const visible: readonly (readonly [what: string, module: Uint8Array<ArrayBuffer>, at: readonly string[]])[] = [
  ['unreachable', guest(op.unreachable), ['limit', 'limit', 'execution', 'execution', 'execution']],
  [
    'constants, then unreachable',
    guest([op.i32Const(1), op.i32Const(1), op.drop, op.drop, op.unreachable]),
    ['limit', 'limit', 'limit', 'limit', 'execution'],
  ],
  [
    'a division by zero',
    guest([op.i32Const(1), op.i32Const(0), op.i32DivS]),
    ['limit', 'limit', 'execution', 'execution', 'execution'],
  ],
  [
    'a call of the host, then a division by zero',
    guest([op.call(0), op.drop, op.i32Const(1), op.i32Const(0), op.i32DivS], { imports: [capability('http-count')] }),
    ['limit', 'limit', 'limit', 'execution', 'execution'],
  ],
  [
    'a call of an empty slot',
    guest([op.i32Const(0), op.callIndirect(0)], { tables: [{ min: 1 }] }),
    ['limit', 'limit', 'limit', 'limit', 'execution'],
  ],
  [
    'a load that is outside whatever its address',
    guest([op.i32Const(0), op.i32Load(65536)], { memories: [{ min: 1, max: 1 }] }),
    ['limit', 'limit', 'limit', 'limit', 'execution'],
  ],
  [
    'a load that turns out to be outside',
    guest([op.i32Const(65536), op.i32Load()], { memories: [{ min: 1 }] }),
    ['limit', 'limit', 'execution', 'execution', 'execution'],
  ],
  [
    'a conversion of what is no number',
    guest([op.f32Nan, op.i32TruncF32S]),
    ['limit', 'limit', 'execution', 'execution', 'execution'],
  ],
  [
    'a callee that divides by zero',
    guest(op.call(0), { functions: [gives([op.i32Const(1), op.i32Const(0), op.i32DivS])] }),
    ['limit', 'limit', 'limit', 'limit', 'execution'],
  ],
];

test.each(visible)('%s: a trap is a limit where no fuel is seen to be left', (_, module, at) => {
  expect(at.map((_, fuel) => verdict(module, { fuel: BigInt(fuel) }))).toEqual(at);
  expect(verdict(module, { fuel: 1000n })).toBe('execution');
});
