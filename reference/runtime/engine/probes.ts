import type { TrapClass } from '#spec/runtime.ts';
import { ByteWriter } from '../rewrite/byte-writer.ts';
import { moduleHeader } from '../rewrite/sections.ts';
import { wasm } from './web-assembly.ts';

type Bytes = readonly number[];

const emptyType = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00];
const oneFunction = [0x03, 0x02, 0x01, 0x00];
const oneTable = [0x04, 0x04, 0x01, 0x70, 0x00, 0x01];
const onePage = [0x05, 0x03, 0x01, 0x00, 0x01];
const exported = [0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00];
const noElements = [0x09, 0x04, 0x01, 0x01, 0x00, 0x00];
const oneDatum = [0x0c, 0x01, 0x01];
const emptyData = [0x0b, 0x03, 0x01, 0x01, 0x00];

const zero = [0x41, 0x00];
const one = [0x41, 0x01];
const minusOne = [0x41, 0x7f];
const drop = 0x1a;
const nanF32 = [0x43, 0x00, 0x00, 0xc0, 0x7f];
const hugeF32 = [0x43, 0x00, 0x00, 0x80, 0x7f];

/** A module with a page of memory, a table of one empty slot, and a function `f`. */
function withBody(body: Bytes): Uint8Array<ArrayBuffer> {
  const code = [0x01, body.length + 2, 0x00, ...body, 0x0b];
  const sections = [emptyType, oneFunction, oneTable, onePage, exported, noElements, oneDatum];
  return moduleOf([...sections, [0x0a, code.length, ...code], emptyData]);
}

function moduleOf(sections: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(128);
  out.append(moduleHeader);
  for (const section of sections) out.append(section);
  return out.view();
}

const bodies: readonly (readonly [TrapClass, readonly Bytes[]])[] = [
  ['unreachable', [[0x00]]],
  [
    'memory-bounds',
    [
      [...minusOne, 0x28, 2, 0, drop],
      [...minusOne, ...zero, 0x36, 2, 0],
      [...minusOne, ...zero, ...one, 0xfc, 11, 0],
      [...minusOne, ...zero, ...one, 0xfc, 10, 0, 0],
      [...zero, ...zero, ...one, 0xfc, 8, 0, 0],
    ],
  ],
  [
    'table-bounds',
    [
      [...one, 0x25, 0, drop],
      [...one, 0xd0, 0x70, 0x26, 0],
      [...one, 0xd0, 0x70, ...one, 0xfc, 17, 0],
      [...one, ...zero, ...one, 0xfc, 14, 0, 0],
      [...zero, ...zero, ...one, 0xfc, 12, 0, 0],
      [...one, 0x11, 0, 0],
    ],
  ],
  ['indirect-call', [[...zero, 0x11, 0, 0]]],
  [
    'division-by-zero',
    [
      [...one, ...zero, 0x6d, drop],
      [...one, ...zero, 0x6e, drop],
      [...one, ...zero, 0x6f, drop],
      [...one, ...zero, 0x70, drop],
      [0x42, 1, 0x42, 0, 0x7f, drop],
      [0x42, 1, 0x42, 0, 0x81, drop],
    ],
  ],
  [
    'integer-overflow-or-conversion',
    [
      [0x41, 0x80, 0x80, 0x80, 0x80, 0x78, ...minusOne, 0x6d, drop],
      [...nanF32, 0xa8, drop],
      [...hugeF32, 0xa8, drop],
      [...hugeF32, 0xae, drop],
    ],
  ],
  ['stack-exhausted', [[0x10, 0]]],
];

/** One byte of data, and one element, right behind the end. */
const segments: readonly (readonly [TrapClass, readonly Bytes[]])[] = [
  ['memory-bounds', [onePage, [0x0b, 0x09, 0x01, 0x00, 0x41, 0x80, 0x80, 0x04, 0x0b, 0x01, 0x00]]],
  [
    'table-bounds',
    [
      emptyType,
      oneFunction,
      oneTable,
      [0x09, 0x07, 0x01, 0x00, 0x41, 0x01, 0x0b, 0x01, 0x00],
      [0x0a, 0x04, 0x01, 0x02, 0x00, 0x0b],
    ],
  ],
];

/** Every trap there is, as the running engine reports it. */
export function provoke(): readonly (readonly [TrapClass, readonly unknown[]])[] {
  const called = bodies.map(([trap, each]) => [trap, each.map((body) => thrownBy(withBody(body)))] as const);
  const instantiated = segments.map(([trap, sections]) => [trap, [thrownBy(moduleOf(sections))]] as const);
  return [...called, ...instantiated];
}

function thrownBy(bytes: Uint8Array<ArrayBuffer>): unknown {
  const module = new wasm.Module(bytes);
  try {
    const { f } = new wasm.Instance(module).exports;
    if (typeof f === 'function') f();
  } catch (error) {
    return error;
  }
  return undefined;
}
