import { expect, test } from 'vitest';
import type { Code } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import type { SizePart } from '#fixtures/wasm/wasm-module.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import { engine, guest, verdict } from './guest.ts';

const wide = (min: number): SizePart => ({ min, is64: true });
const pages = (min: number): SizePart => ({ min });
const grow64 = (by: number | bigint): Code => [op.i64Const(by), op.memoryGrow(), op.i32WrapI64];
const growTable64 = (by: number | bigint): Code => [op.refNull, op.i64Const(by), op.tableGrow(), op.i32WrapI64];
const stored: Code = [op.i32Const(0), op.i32Const(7), op.i32Store()];

type Row = readonly [
  what: string,
  module: Uint8Array<ArrayBuffer>,
  expected: number | string,
  needs: readonly OptionalFeature[],
];

const rows: readonly Row[] = [
  ['two memories of the limit', guest(op.i32Const(1), { memories: [pages(1024), pages(1024)] }), 1, ['multi-memory']],
  [
    'the second memory above the limit',
    guest(op.i32Const(1), { memories: [pages(1), pages(1025)] }),
    'limit',
    ['multi-memory'],
  ],
  [
    'two memories are apart',
    guest([stored, op.i32Const(0), [0x28, 0x40, 1, 0]], { memories: [pages(1), pages(1)] }),
    0,
    ['multi-memory'],
  ],
  [
    'the second memory grows on its own',
    guest([op.i32Const(2), op.memoryGrow(1), op.drop, op.memorySize(1)], { memories: [pages(1), pages(2)] }),
    4,
    ['multi-memory'],
  ],
  [
    'a hundred memories',
    guest(op.i32Const(1), { memories: Array.from({ length: 100 }, () => pages(0)) }),
    1,
    ['multi-memory'],
  ],
  [
    'a hundred and one memories',
    guest(op.i32Const(1), { memories: Array.from({ length: 101 }, () => pages(0)) }),
    'compile',
    [],
  ],
  ['a wide memory above the limit', guest(op.i32Const(1), { memories: [wide(1025)] }), 'limit', ['memory64']],
  ['a wide memory grows to the limit', guest(grow64(1), { memories: [wide(1023)] }), 1023, ['memory64']],
  ['a wide memory does not grow beyond the limit', guest(grow64(2), { memories: [wide(1023)] }), -1, ['memory64']],
  ['a wide memory does not grow around', guest(grow64(-1n), { memories: [wide(1)] }), -1, ['memory64']],
  ['a wide table grows to the limit', guest(growTable64(1), { tables: [wide(99_999)] }), 99_999, ['table64']],
  ['a wide table does not grow beyond the limit', guest(growTable64(2), { tables: [wide(99_999)] }), -1, ['table64']],
  ['a wide table does not grow around', guest(growTable64(-1n), { tables: [wide(1)] }), -1, ['table64']],
  [
    'a sum as a constant',
    guest(op.globalGet(0), { globals: [{ type: op.i32, init: [op.i32Const(1), op.i32Const(2), op.i32Add] }] }),
    3,
    ['extended-const'],
  ],
];

for (const [what, module, expected, needs] of rows) {
  const missing = needs.filter((feature) => !engine.features.has(feature));
  const refused = { ok: false, failure: { code: 'runtime.missing-feature', features: missing } };
  if (missing.length === 0) test(what, () => expect(verdict(module)).toBe(expected));
  else test(`${what}: refused for want of ${missing}`, () => expect(engine.prepare(module)).toMatchObject(refused));
}

test('sums as constants need no engine newer than the oldest one supported', () => {
  expect(engine.features.has('extended-const')).toBe(true);
});
