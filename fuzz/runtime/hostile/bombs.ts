import { type Code, unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { moduleCaps } from '#spec/constants.ts';
import { bytes, moduleOf, repeated, section, sized, withRun } from './large-module.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const million = 1_000_000;
const many = 300_000;
const emptyType: Code = [0x60, 0x00, 0x00];
const one = bytes(op.i32Const(1));
const openBlock: Code = [0x02, op.none];

/** Modules that promise, hold or nest too much of one thing. */
export const moduleBombs: Readonly<Record<string, () => Bytes>> = {
  'a section longer than any file': () => moduleOf(bytes([0x01, 0xff, 0xff, 0xff, 0xff, 0x0f])),
  'a number without end': () => moduleOf(bytes([0x01], repeated([0x80], million))),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 9, 10, 11].map((id) => [`all that 32 bits can count in section ${id}`, () => promise(id)]),
  ),
  'very many types': () => moduleOf(section(1, many, repeated(emptyType, many))),
  'very many imports': () => moduleOf(section(1, 1, emptyType), section(2, many, repeated([0, 0, 0, 0], many))),
  'very many functions': () =>
    moduleOf(
      section(1, 1, emptyType),
      section(3, many, repeated([0x00], many)),
      section(10, many, repeated([0x02, 0x00, op.end], many)),
    ),
  'very many globals': () => moduleOf(section(6, many, repeated([op.i32, 0x00, 0x41, 0x00, op.end], many))),
  'a hundred tables': () => moduleOf(section(4, 100, repeated([op.funcref, 0x00, unsigned(1000)], 100))),
  'the largest table': () => moduleOf(section(4, 1, [op.funcref, 0x00, unsigned(2 ** 32 - 1)])),
  'the largest memory': () => moduleOf(section(5, 1, [0x00, unsigned(65_536)])),
  'a hundred thousand segments': () =>
    moduleOf(bytes([0x0c], sized(bytes(unsigned(100_000)))), section(11, 100_000, repeated([0x01, 0x00], 100_000))),
  'a segment of fifteen megabytes': () =>
    withRun(one, {
      between: [section(5, 1, [0x00, unsigned(64)])],
      behind: [section(11, 1, bytes([0x00, 0x41, 0x00, op.end], sized(repeated([0x55], 15 * million))))],
    }),
  'very many custom sections': () => moduleOf(repeated([0x00, 0x01, 0x00], many)),
  'very long names': () => withRun(one, { names: numbered(50, '~'.repeat(moduleCaps.name - 10)) }),
  'many names': () => withRun(one, { names: numbered(20_000, '~'.repeat(100)) }),
  'a name longer than any': () => withRun(one, { names: ['~'.repeat(moduleCaps.name + 1)] }),
  'a thousand functions with all the locals there can be': () =>
    withRun(one, { times: 1000, locals: [0x01, unsigned(moduleCaps.locals), op.i64] }),
  'a function of all the bytes there can be': () => withRun(bytes(repeated(op.nop, moduleCaps.function - 5), one)),
  'very many loops in a row': () => withRun(bytes(repeated(op.loop(op.none, []), many), one)),
  'loops in loops': () => withRun(nested([0x03, op.none], moduleCaps.nesting - 1)),
  'blocks in blocks, deeper than any': () => withRun(nested(openBlock, million)),
  'branches from far inside': () => withRun(nested(openBlock, 9000, repeated(farBranches, 200))),
  'a branch to a million places': () =>
    withRun(bytes(openBlock, op.i32Const(0), [0x0e, unsigned(million)], repeated([0x00], million + 1), op.end, one)),
  'blocks of a thousand results': () =>
    withRun(bytes(repeated(wideBlock, 3000), one), {
      types: [[0x60, 0x00, unsigned(moduleCaps.results), Array.from({ length: moduleCaps.results }, () => op.i32)]],
    }),
};

const run = '(func $run (export "run") (result i32)';
const fill = '(memory.fill (i32.const 0) (i32.const 1) (i32.const 0x400000))';

/** Texts that take long to read, and guests that take all that they are given. */
export const textBombs: Readonly<Record<string, () => string>> = {
  'open parentheses': () => '('.repeat(million),
  'folded blocks': () => `(module ${run} ${'(block '.repeat(100_000)}${')'.repeat(100_000)} i32.const 1))`,
  'labels that are looked up from far inside': () => {
    const labels = Array.from({ length: 20_000 }, (_, i) => `block $l${i} `).join('');
    return `(module ${run} ${labels}${'br $l0 '.repeat(60_000)}${'end '.repeat(20_000)} i32.const 0))`;
  },
  'a guest that runs for ever': () => `(module ${run} (loop br 0) i32.const 0))`,
  'a start function that runs for ever': () => `(module (func $s (loop br 0)) (start $s) ${run} i32.const 0))`,
  'a guest that calls itself': () => `(module ${run} call $run))`,
  'a guest that calls itself with much to remember': () =>
    `(module ${run} (local ${'v128 '.repeat(20_000)}) call $run))`,
  'a guest that calls itself for the last time': () => `(module ${run} return_call $run))`,
  'a memory that grows for ever': () =>
    `(module (memory 0) ${run} (loop (drop (memory.grow (i32.const 1))) br 0) i32.const 0))`,
  'a table that grows for ever': () =>
    `(module (table 0 funcref) ${run} (loop (drop (table.grow (ref.null func) (i32.const 1))) br 0) i32.const 0))`,
  'a memory that is filled for ever': () => `(module (memory 64) ${run} (loop ${fill} br 0) i32.const 0))`,
  'a memory that is filled in a straight line': () => `(module (memory 64) ${run} ${fill.repeat(10_000)} i32.const 0))`,
  'a guest that asks its host for ever': () =>
    `(module (import "palyra:plugins/host-capabilities@0.1.0" "http-handle" (func $ask (param i32) (result i32)))
      ${run} (loop (drop (call $ask (i32.const 0))) br 0) i32.const 0))`,
};

function promise(id: number): Bytes {
  return moduleOf(section(id, 2 ** 32 - 1, repeated([0x00], million)));
}

function numbered(count: number, stem: string): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${stem}${i}`);
}

function nested(open: Code, depth: number, inside: Uint8Array = bytes()): Bytes {
  return bytes(repeated(open, depth), inside, repeated(op.end, depth), one);
}

const farBranches: Code = op.block(op.none, [
  op.i32Const(0),
  op.brTable(
    Array.from({ length: 9000 }, (_, i) => i),
    0,
  ),
]);

/** The second type of the module is that of a block; what it leaves is dropped. */
const wideBlock: Code = [0x02, 0x01, op.unreachable, op.end, Array.from({ length: moduleCaps.results }, () => op.drop)];
