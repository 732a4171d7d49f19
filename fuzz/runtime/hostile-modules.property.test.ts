import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Code } from '#fixtures/wasm/encoding.ts';
import { unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { dataAt, moduleHeader, wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { wasm } from '#reference/runtime/engine/web-assembly.ts';
import { rewriteModule } from '#reference/runtime/rewrite/rewrite-module.ts';
import { moduleCaps } from '#spec/constants.ts';
import { capability, engine, guest, verdict } from './guest.ts';
import { damaged } from './hostile/damage.ts';
import { Random } from './random.ts';
import { randomGuest } from './random-guest.ts';

const { i32, none } = op;

/** One of everything. */
const rich = guest(
  [
    op.i32Const(0),
    op.call(0),
    op.drop,
    op.block(none, [op.loop(none, [op.i32Const(1), op.brIf(1), op.br(0)])]),
    op.i32Const(7),
    op.i32Const(0),
    op.brTable([0], 0),
  ],
  {
    imports: [capability('http-handle', [i32])],
    functions: [
      { params: [], results: [], locals: [i32, op.i64], body: [op.i32Const(1), op.ifThen(none, op.nop, op.nop)] },
    ],
    tables: [{ min: 1, max: 2, export: 'table' }],
    memories: [{ min: 1, max: 2, export: 'memory' }],
    globals: [{ type: i32, mutable: true, init: op.i32Const(-3), export: 'global' }],
    start: 1,
    elements: [
      [0, op.i32Const(0), 0x0b, 1, 1],
      [5, 0x70, 1, 0xd0, 0x70, 0x0b],
      [1, 0, 1, 1],
    ],
    data: [dataAt(op.i32Const(0), [1, 2, 3]), [1, 2, 4, 5]],
  },
);

const bytesOf = (code: Code) => wasmModule({ rest: [code] });

test('a module that is cut short anywhere is refused, or is the module of the sections it still has', () => {
  expect(engine.prepare(rich).ok).toBe(true);
  for (let length = 0; length < rich.length; length++) {
    const cut = rich.slice(0, length);
    const rewritten = rewriteModule(cut);
    if (wasm.validate(cut)) expect(rewritten.ok && wasm.validate(rewritten.value.bytes)).toBe(true);
    else expect(engine.prepare(cut).ok).toBe(false);
  }
});

test('with any one byte changed, a module is refused or its rewritten form is valid', () => {
  const places = fc.record({ at: fc.nat(rich.length - 1), to: fc.nat(255) });
  const property = fc.property(places, ({ at, to }) => {
    const changed = rich.slice();
    changed[at] = to;
    expectRefusedOrValid(changed);
  });
  fc.assert(property, { numRuns: 3000 });
});

test('with any run of bytes replaced in a module full of branches, the same', () => {
  const change = fc.record({ seed: fc.nat(1000), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }) });
  const property = fc.property(change, ({ seed, at, bytes }) => {
    const changed = randomGuest(seed);
    changed.set(bytes.subarray(0, changed.length - (at % changed.length)), at % changed.length);
    expectRefusedOrValid(changed);
  });
  fc.assert(property, { numRuns: 500 });
});

test('with sections moved, doubled or taken from another, numbers made longer and bytes lost, the same', () => {
  const property = fc.property(fc.nat(), fc.nat(1000), fc.nat(1000), (seed, one, other) => {
    expectRefusedOrValid(damaged(new Random(seed), randomGuest(one), randomGuest(other)));
  });
  fc.assert(property, { numRuns: 500 });
});

test('arbitrary bytes behind the header of a module are refused or make a valid one', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    expectRefusedOrValid(new Uint8Array([...moduleHeader, ...bytes]));
    expectRefusedOrValid(new Uint8Array(bytes));
  });
  fc.assert(property, { numRuns: 2000 });
});

function expectRefusedOrValid(bytes: Uint8Array<ArrayBuffer>) {
  const valid = wasm.validate(bytes);
  const rewritten = rewriteModule(bytes);
  if (!rewritten.ok) expect(rewritten.failure.code).toMatch(/^runtime\./);
  if (valid && rewritten.ok) expect(wasm.validate(rewritten.value.bytes)).toBe(true);
  if (!valid) expect(engine.prepare(bytes).ok).toBe(false);
}

test('a number in more bytes than it needs is a number, one in too many is none', () => {
  const sized = (length: Code) => bytesOf([1, length, 0]);
  expect(rewriteModule(sized([0x81, 0x80, 0x80, 0x80, 0x00])).ok).toBe(true);
  for (const length of [
    [0x81, 0x80, 0x80, 0x80, 0x10],
    [0x81, 0x80, 0x80, 0x80, 0x80, 0x00],
  ]) {
    expect(rewriteModule(sized(length))).toMatchObject({ failure: { code: 'runtime.malformed' } });
  }
  const constant = (bytes: Code) => rewriteModule(guest([bytes, op.drop, op.i32Const(1)]));
  const accepted = [
    [0x41, 0xff, 0xff, 0xff, 0xff, 0x7f],
    [0x41, 0x80, 0x80, 0x80, 0x80, 0x00],
    [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f],
  ];
  const refused = [
    [0x41, 0xff, 0xff, 0xff, 0xff, 0x6f],
    [0x41, 0x80, 0x80, 0x80, 0x80, 0x10],
    [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7e],
  ];
  for (const bytes of accepted) expect(constant(bytes).ok).toBe(true);
  for (const bytes of refused) expect(constant(bytes)).toMatchObject({ failure: { code: 'runtime.malformed' } });
});

test('a count that promises more than there are bytes is refused at once', () => {
  for (let id = 1; id <= 12; id++) {
    for (const count of [0xffff_ffff, 1_000_001, 99_999]) {
      const section = [id, unsigned(unsigned(count).length), unsigned(count)];
      const rewritten = rewriteModule(bytesOf(section));
      // The start function and the number of data segments are no counts of what follows.
      if (id !== 8 && id !== 12) expect(rewritten.ok).toBe(false);
    }
  }
});

test('names and groups of locals may be as long as they say, and no longer', () => {
  const cap = moduleCaps.locals;
  const withLocals = (count: number) =>
    wasmModule({
      rest: [
        [1, 5, 1, 0x60, 0, 1, i32],
        [3, 2, 1, 0],
        [
          10,
          unsigned(6 + unsigned(count).length),
          1,
          unsigned(4 + unsigned(count).length),
          1,
          unsigned(count),
          0x7f,
          0x00,
          0x0b,
        ],
      ],
    });
  expect(engine.prepare(withLocals(cap)).ok).toBe(true);
  for (const count of [cap + 1, 0xffff_ffff]) {
    expect(rewriteModule(withLocals(count))).toMatchObject({ failure: { code: 'runtime.too-large', what: 'locals' } });
  }
});

test('code may nest as deep as the cap', () => {
  const nested = (depth: number) =>
    guest([
      Array.from({ length: depth }, () => [0x02, none]),
      Array.from({ length: depth }, () => op.end),
      op.i32Const(1),
    ]);
  expect(verdict(nested(moduleCaps.nesting))).toBe(1);
  expect(engine.prepare(nested(moduleCaps.nesting + 1))).toMatchObject({
    failure: { code: 'runtime.too-large', what: 'nesting' },
  });
});

test('a module may have a hundred tables, and no more', () => {
  const tables = (count: number) =>
    guest(op.i32Const(1), { tables: Array.from({ length: count }, () => ({ min: 0 })) });
  expect(verdict(tables(100))).toBe(1);
  expect(engine.prepare(tables(101))).toMatchObject({ failure: { code: 'runtime.too-large', what: 'tables' } });
});

test('a guest cannot name what was added to it', () => {
  const one = op.i32Const(1);
  const bodies: Code[] = [
    op.globalGet(0),
    [op.i64Const(-9), op.globalSet(0), one],
    [op.call(1), one],
    op.localGet(0),
    [op.br(1), one],
  ];
  for (const body of bodies) expect(engine.prepare(guest(body)).ok).toBe(false);
});

test('a guest may take the names that the additions would have had', () => {
  const names = ['~0~published', '~0~', '~1~hook', '~3~', '~', '~~'];
  const functions = names.map((name) => ({ params: [], results: [], body: [], export: name }));
  expect(verdict(guest(op.i32Const(5), { functions }))).toBe(5);
});

test('what is built to be slow to rewrite is not', () => {
  const many = (count: number, code: Code) => Array.from({ length: count }, () => code);
  const elses = (depth: number) => [many(depth, [op.i32Const(0), 0x04, none, 0x05]), many(depth, op.end)];
  const table = (targets: number) =>
    op.block(none, [
      op.i32Const(0),
      op.brTable(
        Array.from({ length: targets }, () => 0),
        0,
      ),
    ]);
  const tilde = '~'.repeat(moduleCaps.name);
  const modules = [
    guest([many(3, elses(9000)), op.i32Const(1)]),
    guest([elses(9000)], { functions: many(4, []).map(() => ({ params: [], results: [], body: elses(9000) })) }),
    guest([many(10, table(60_000)), op.i32Const(1)]),
    guest(op.i32Const(1), { functions: [{ params: [], results: [], body: [], export: tilde }] }),
    guest([many(100_000, [op.i32Const(0), op.brIf(0)]), op.i32Const(1)], {
      functions: [{ params: [], results: [], body: many(100_000, [op.i32Const(0), op.brIf(0)]) }],
    }),
  ];
  const before = performance.now();
  for (const module of modules) rewriteModule(module);
  // A third of a second, cold; looking ahead from each of the ends alone would take four.
  expect(performance.now() - before).toBeLessThan(2500);
});
