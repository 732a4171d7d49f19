import { expect, test } from 'vitest';
import type { Code } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { dataAt, elementsAt, type ModuleParts, moduleHeader, wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import { capabilityModule } from '#spec/constants.ts';
import type { TrapClass } from '#spec/runtime.ts';
import { capability, guest, type Run, runGuest, twoHosts, verdict } from './guest.ts';

const { i32, i64, none } = op;
const one = op.i32Const(1);
const zero = op.i32Const(0);
const forever = op.loop(none, op.br(0));
const empty = { params: [], results: [] };
const started = (body: Code, parts: ModuleParts = {}) =>
  guest(one, { ...parts, functions: [{ ...empty, body }], start: parts.imports?.length ?? 0 });
const recursive = { ...empty, body: op.call(0) };
const down = {
  params: [i32],
  results: [],
  body: [op.localGet(0), op.ifThen(none, [op.localGet(0), one, op.i32Sub, op.call(0)])],
};
const tailForever = { params: [], results: [i32], body: op.returnCall(0) };
const memory = (min: number, max?: number): ModuleParts => ({ memories: [max === undefined ? { min } : { min, max }] });
const table = (min: number): ModuleParts => ({ tables: [{ min }] });
const growTable = (by: number): Code => [op.refNull, op.i32Const(by), op.tableGrow()];

type Row = readonly [what: string, module: Uint8Array<ArrayBuffer>, expected: number | string, how?: Run];

const rows: readonly Row[] = [
  ['an exit code', guest(op.i32Const(42)), 42],
  ['the lowest exit code', guest(op.i32Const(-2147483648)), -2147483648],
  ['no export at all', wasmModule({}), 'missing-export'],
  ['a memory under the name', wasmModule({ memories: [{ min: 1, export: 'run' }] }), 'missing-export'],
  ['a table under the name', wasmModule({ tables: [{ min: 1, export: 'run' }] }), 'missing-export'],
  ['a global under the name', wasmModule({ globals: [{ type: i32, init: one, export: 'run' }] }), 'missing-export'],
  [
    'a parameter',
    wasmModule({ functions: [{ params: [i32], results: [i32], body: one, export: 'run' }] }),
    'missing-export',
  ],
  ['no result', wasmModule({ functions: [{ ...empty, body: [], export: 'run' }] }), 'missing-export'],
  [
    'two results',
    wasmModule({ functions: [{ params: [], results: [i32, i32], body: [one, one], export: 'run' }] }),
    'missing-export',
  ],
  [
    'an i64',
    wasmModule({ functions: [{ params: [], results: [i64], body: op.i64Const(1), export: 'run' }] }),
    'missing-export',
  ],
  ['another case of the name', guest(one), 'missing-export', { entrypoint: 'Run' }],
  ['a name of JavaScript', guest(one), 'missing-export', { entrypoint: '__proto__' }],
  [
    'an unknown import before a missing export',
    wasmModule({ imports: [{ module: 'env', name: 'x', what: empty }] }),
    'linker',
  ],
  ['an underscore for a hyphen', guest(one, { imports: [capability('http_count')] }), 'linker'],
  [
    'a module without its version',
    guest(one, {
      imports: [
        { module: 'palyra:plugins/host-capabilities', name: 'http-count', what: { params: [], results: [i32] } },
      ],
    }),
    'linker',
  ],
  ['a count with a parameter', guest(one, { imports: [capability('http-count', [i32])] }), 'linker'],
  [
    'a count as a memory',
    guest(one, { imports: [{ module: capabilityModule, name: 'http-count', what: [2, 0, 0] }] }),
    'linker',
  ],
  ['a name of JavaScript as an import', guest(one, { imports: [capability('constructor')] }), 'linker'],
  [
    'the same import twice',
    guest([op.call(0), op.call(1), op.i32Add], { imports: [capability('http-count'), capability('http-count')] }),
    4,
    { grants: twoHosts },
  ],
  ['a memory of the limit', guest(one, memory(1024)), 1],
  ['a memory above the limit', guest(one, memory(1025)), 'limit'],
  ['a memory above all addresses', guest(one, memory(65_537)), 'compile'],
  ['growth to the limit', guest([one, op.memoryGrow()], memory(1023)), 1023],
  ['growth beyond the limit', guest([one, op.memoryGrow()], memory(1024)), -1],
  ['growth by nothing', guest([zero, op.memoryGrow()], memory(1024)), 1024],
  ['growth by more than a number holds', guest([op.i32Const(-1), op.memoryGrow()], memory(1)), -1],
  ['growth beyond the declared maximum', guest([one, op.memoryGrow()], memory(1, 1)), -1],
  ['a table of the limit', guest(one, table(100_000)), 1],
  ['a table above the limit', guest(one, table(100_001)), 'linker'],
  ['a table and a memory above their limits', guest(one, { ...table(100_001), ...memory(1025) }), 'limit'],
  ['growth of a table to the limit', guest(growTable(1), table(99_999)), 99_999],
  ['growth of a table beyond the limit', guest(growTable(1), table(100_000)), -1],
  ['no instance', guest(one), 'limit', { limits: { instances: 0n } }],
  [
    'no instance, and an unknown import',
    guest(one, { imports: [capability('x')] }),
    'linker',
    { limits: { instances: 0n } },
  ],
  ['one instance', guest(one), 1, { limits: { instances: 1n } }],
  ['no memory needed where none is allowed', guest(one, memory(0)), 1, { limits: { memoryBytes: 0n } }],
  ['a page where none is allowed', guest(one, memory(1)), 'limit', { limits: { memoryBytes: 65_535n } }],
  ['data behind the end', guest(one, { ...memory(1), data: [dataAt(op.i32Const(65_536), [1])] }), 'linker'],
  ['data up to the end', guest(one, { ...memory(1), data: [dataAt(op.i32Const(65_535), [1])] }), 1],
  ['elements behind the end', guest(one, { ...table(1), elements: [elementsAt(one, [0])] }), 'linker'],
  ['a start function that traps', started(op.unreachable), 'linker'],
  ['a start function without end', started(forever), 'limit', { fuel: 5000n }],
  ['a start function that runs out of its stack', started(op.call(0)), 'linker', { fuel: 10n ** 12n }],
  ['a start function that divides by zero', started([one, zero, op.i32DivS, op.drop]), 'linker'],
  [
    'what a start function left',
    guest(op.globalGet(0), {
      functions: [{ ...empty, body: [op.i32Const(9), op.globalSet(0)] }],
      start: 0,
      globals: [{ type: i32, mutable: true, init: zero }],
    }),
    9,
  ],
  ['unbounded recursion', guest([op.call(0), one], { functions: [recursive] }), 'execution'],
  [
    'unbounded recursion on little fuel',
    guest([op.call(0), one], { functions: [recursive] }),
    'limit',
    { fuel: 1000n },
  ],
  ['a thousand calls deep', guest([op.i32Const(1000), op.call(0), one], { functions: [down] }), 1],
  ['unbounded tail calls', guest(op.call(0), { functions: [tailForever] }), 'limit', { fuel: 1_000_000n }],
  ['a loop without end', guest([forever, one]), 'limit', { fuel: 5000n }],
  [
    'an exported function of the host, without any fuel',
    wasmModule({ imports: [capability('http-count')], exports: [[3, 0x72, 0x75, 0x6e, 0, 0]] }),
    2,
    { fuel: 0n, grants: twoHosts },
  ],
  ['an unknown import without any fuel', guest(one, { imports: [capability('x')] }), 'limit', { fuel: 0n }],
  ['an unknown import with some', guest(one, { imports: [capability('x')] }), 'linker', { fuel: 1n }],
  [
    'data behind the end without any fuel',
    guest(one, { ...memory(1), data: [dataAt(op.i32Const(65_536), [1])] }),
    'limit',
    { fuel: 0n },
  ],
  ['a missing export without any fuel', wasmModule({}), 'missing-export', { fuel: 0n }],
  ['no module, without any fuel', new Uint8Array([0, 0x61, 0x73, 0x6d, 2, 0, 0, 0]), 'compile', { fuel: 0n }],
  ['no bytes', new Uint8Array(), 'compile'],
  ['a component', new Uint8Array([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]), 'compile'],
  [
    'an externref nobody uses',
    guest(one, { functions: [{ params: [op.externref], results: [], body: [] }] }),
    'compile',
  ],
  ['a shared memory', wasmModule({ rest: [[5, 4, 1, 3, 1, 1]] }), 'compile'],
  ['an atomic load', guest([zero, 0xfe, 0x10, 2, 0], memory(1)), 'compile'],
  ['a section of tags', new Uint8Array([...moduleHeader, 1, 4, 1, 0x60, 0, 0, 13, 3, 1, 0, 0]), 'compile'],
  ['a structure', new Uint8Array([...moduleHeader, 1, 3, 1, 0x5f, 0]), 'compile'],
  [
    'a constant that is a sum',
    guest(op.globalGet(0), { globals: [{ type: i32, init: [one, op.i32Const(2), op.i32Add] }] }),
    3,
  ],
  [
    'a constant that asks a global of the module',
    guest(one, {
      globals: [
        { type: i32, init: one },
        { type: i32, init: op.globalGet(0) },
      ],
    }),
    'compile',
  ],
  ['a relaxed vector operator', guest([0xfd, 0x80, 0x02, one], {}), 'compile'],
];

for (const [what, module, expected, how] of rows) test(what, () => expect(verdict(module, how)).toBe(expected));

const traps: readonly (readonly [what: string, module: Uint8Array<ArrayBuffer>, trap: TrapClass])[] = [
  ['unreachable', guest(op.unreachable), 'unreachable'],
  ['a division by zero', guest([one, zero, op.i32DivS]), 'division-by-zero'],
  [
    'a quotient that no i32 holds',
    guest([op.i32Const(-2147483648), op.i32Const(-1), op.i32DivS]),
    'integer-overflow-or-conversion',
  ],
  ['a conversion of what is no number', guest([op.f32Nan, op.i32TruncF32S]), 'integer-overflow-or-conversion'],
  ['a load behind the end', guest([op.i32Const(65_536), op.i32Load()], memory(1)), 'memory-bounds'],
  ['a fill beyond the end', guest([one, one, op.i32Const(65_536), op.memoryFill(), one], memory(1)), 'memory-bounds'],
  ['an empty slot', guest([zero, op.callIndirect(0)], table(1)), 'indirect-call'],
  [
    'another type of function',
    guest([zero, op.callIndirect(1)], {
      functions: [{ ...empty, body: [] }],
      ...table(1),
      elements: [elementsAt(zero, [0])],
    }),
    'indirect-call',
  ],
  ['a slot behind the end', guest([one, op.callIndirect(0)], table(1)), 'table-bounds'],
  ['unbounded recursion', guest([op.call(0), one], { functions: [recursive] }), 'stack-exhausted'],
];

test.each(traps)('%s is a trap of its class', (_, module, trap) => {
  expect(runGuest(module).outcome).toMatchObject({ class: 'execution', cause: { kind: 'trap', trap } });
});

test('nothing stays from one run to the next', () => {
  const body = [op.globalGet(0), one, op.i32Add, op.globalSet(0), op.globalGet(0)];
  const module = guest(body, { globals: [{ type: i32, mutable: true, init: zero }] });
  expect([verdict(module), verdict(module)]).toEqual([1, 1]);
});

test('the memory of a run is what it grew to, also when it failed', () => {
  const grown = (rest: Code) =>
    runGuest(guest([op.i32Const(3), op.memoryGrow(), op.drop, rest], memory(1))).peakMemoryBytes;
  expect([grown(one), grown(op.unreachable)]).toEqual([4 * 65_536, 4 * 65_536]);
  expect(runGuest(guest(one)).peakMemoryBytes).toBe(0);
});

test('grants are trimmed, made distinct and put in the order of their bytes', () => {
  const http = [' b\u0085', 'a', 'a', '', '\u3000', '\u{10000}', '\uff00', 'B'];
  const { handles } = runGuest(guest(one), { grants: { ...noGrants, http } });
  expect(handles).toEqual({ http: [10_000, 10_001, 10_002, 10_003, 10_004], secret: [], storage: [], channel: [] });
});

test('a handle is asked for with a signed index, and is -1 where there is none', () => {
  const ask = (name: string, index: number) => {
    const module = guest([op.i32Const(index), op.call(0)], { imports: [capability(name, [i32])] });
    return verdict(module, { grants: { http: ['a', 'b'], secret: ['c'], storage: ['d'], channel: ['e'] } });
  };
  expect([0, 1, 2, -1, -2147483648].map((index) => ask('http-handle', index))).toEqual([10_000, 10_001, -1, -1, -1]);
  expect(['secret', 'storage', 'channel'].map((name) => ask(`${name}-handle`, 0))).toEqual([20_000, 30_000, 40_000]);
});

test('every call of the host is told', () => {
  const imports = [capability('http-count'), capability('http-handle', [i32])];
  const { hostCalls } = runGuest(guest([op.call(0), op.call(1)], { imports }), { grants: twoHosts });
  expect(hostCalls).toEqual({
    count: 2,
    first: [
      { name: 'http-count', index: undefined, result: 2 },
      { name: 'http-handle', index: 2, result: -1 },
    ],
  });
});

test('of very many calls only the first are kept', () => {
  const module = guest([op.loop(none, [op.call(0), op.drop, op.br(0)]), one], { imports: [capability('http-count')] });
  const { outcome, hostCalls } = runGuest(module, { fuel: 100_000n });
  expect(outcome).toMatchObject({ class: 'limit', cause: { kind: 'out-of-fuel' } });
  expect(hostCalls.count).toBeGreaterThan(30_000);
  expect(hostCalls.first).toHaveLength(1000);
});
