import { expect, test } from 'vitest';
import { Effort } from './effort.ts';
import { readModule } from './read-module.ts';
import { TextReader } from './text-reader.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Code = readonly number[] | Uint8Array;

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

function join(...parts: readonly Code[]): Bytes {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}

function section(id: number, ...content: readonly Code[]): Bytes {
  const bytes = join(...content);
  return join([id], unsigned(bytes.length), bytes);
}

function copies(code: Code, count: number): Bytes {
  return new Uint8Array(Buffer.alloc(code.length * count, Uint8Array.from(code)));
}

function moduleOf(...sections: readonly Bytes[]): Bytes {
  return join([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...sections);
}

/** One function of this type, with this body. */
function withBody(type: Code, ...body: readonly Code[]): Bytes {
  const code = join([0], ...body, [0x0b]);
  return moduleOf(section(1, [1], type), section(3, [1, 0]), section(10, [1], unsigned(code.length), code));
}

const nothing = [0x60, 0, 0];
const thousand = join([0x60, 0], unsigned(1000), copies([0x7f], 1000));
const zeros = copies([0x41, 0], 1000);

function manyTypes(count: number): Bytes {
  const values = [0x7f, 0x7e, 0x7d, 0x7c];
  const one = (index: number) => [
    0x60,
    10,
    ...Array.from({ length: 10 }, (_, at) => values[(index >> (2 * at)) & 3] ?? 0),
    0,
  ];
  const types = Array.from({ length: count }, (_, index) => one(index)).flat();
  return moduleOf(section(1, unsigned(count), types));
}

function manyLocals(functions: number): Bytes {
  const body = [6, 1, ...unsigned(49_999), 0x7f, 0x0b];
  return moduleOf(
    section(1, [1], nothing),
    section(3, unsigned(functions), new Uint8Array(functions)),
    section(10, unsigned(functions), copies(body, functions)),
  );
}

const refused: readonly (readonly [string, () => Bytes])[] = [
  ['a hundred thousand different types', () => manyTypes(100_000)],
  ['ten thousand million locals', () => manyLocals(200_000)],
  ['calls that give a thousand values each', () => withBody(thousand, zeros, copies([0x10, 0], 3_000_000))],
  ['blocks within blocks', () => withBody(nothing, copies([0x02, 0x40], 2_000_000), copies([0x0b], 2_000_000))],
  ['branches with a thousand values each', () => withBody(thousand, zeros, copies([0x41, 0, 0x0d, 0], 1_900_000))],
  ['functions that are promised', () => moduleOf(section(1, [1], nothing), section(3, [0xff, 0xff, 0x3f]))],
  ['a section longer than any file', () => moduleOf(join([1, 0xff, 0xff, 0xff, 0xff, 0x0f]))],
  ['a branch table that is promised', () => withBody(nothing, [0x41, 0, 0x0e, 0xff, 0xff, 0xff, 0xff, 0x0f])],
];

test.each(refused)(
  'AUD-BOUNDED: %s are refused soon',
  (_, module) => {
    const bytes = module();
    const start = process.cpuUsage();
    expect(readModule(bytes, new Effort()).ok).toBe(false);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(5);
  },
  60_000,
);

test('AUD-BOUNDED: what is small is read, whatever it is like', () => {
  for (const module of [manyTypes(1000), manyLocals(100), withBody(thousand, zeros)]) {
    expect(readModule(module, new Effort()).ok).toBe(true);
  }
});

test('AUD-BOUNDED: many modules together get no more than one', () => {
  const effort = new Effort();
  const module = manyTypes(1200);
  const read = Array.from({ length: 6 }, () => readModule(module, effort).ok);
  expect(read).toEqual([true, true, true, true, false, false]);
}, 60_000);

test('AUD-BOUNDED: a text that keeps its reader busy is given up, and the next one is read', async () => {
  const slow = new Uint8Array(Buffer.from(`(module (func ${'(block '.repeat(100_000)}${')'.repeat(100_000)}))`));
  const hurried = new TextReader(1);
  expect((await hurried.read(slow)).ok).toBe(false);
  expect((await hurried.read(new Uint8Array(Buffer.from('(module)')))).ok).toBe(false);
  await hurried.close();
  const patient = new TextReader();
  expect((await patient.read(new Uint8Array(Buffer.from('(module)')))).ok).toBe(true);
  await patient.close();
}, 60_000);
