import * as op from '#fixtures/wasm/operators.ts';
import { f32, f64, v128 } from '../value-types.ts';
import type { Expression, List } from './expression.ts';
import { headOf, wordOf } from './script.ts';

/** Values as numbers of 64 bits, a vector as two of them, so that no host language has a say in their bits. */
const types: Readonly<Record<number, { readonly name: string; readonly words: 1 | 2; readonly toWord: string }>> = {
  [op.i32]: { name: 'i32', words: 1, toWord: 'i64.extend_i32_u' },
  [op.i64]: { name: 'i64', words: 1, toWord: '' },
  [f32]: { name: 'f32', words: 1, toWord: 'i32.reinterpret_f32 i64.extend_i32_u' },
  [f64]: { name: 'f64', words: 1, toWord: 'i64.reinterpret_f64' },
  [v128]: { name: 'v128', words: 2, toWord: '' },
  [op.funcref]: { name: 'funcref', words: 1, toWord: 'ref.is_null i64.extend_i32_u' },
};

function typeOf(code: number) {
  const type = types[code];
  if (type === undefined) throw new RangeError(`There is no type ${code} in the profile.`);
  return type;
}

export function typeName(code: number): string {
  return typeOf(code).name;
}

export function wordsOf(codes: readonly number[]): string {
  return 'i64 '.repeat(codes.reduce((sum, code) => sum + typeOf(code).words, 0));
}

/** Puts the words of a local onto the stack. */
export function localToWords(code: number, local: number): string {
  const { words, toWord } = typeOf(code);
  return words === 2 ? vectorToWords(`(local.get ${local})`) : `local.get ${local} ${toWord}`;
}

function vectorToWords(vector: string): string {
  return `(i64x2.extract_lane 0 ${vector}) (i64x2.extract_lane 1 ${vector})`;
}

/** What a result must be: code that puts its words onto the stack, and the bits of each that are compared. */
export interface Wanted {
  readonly code: string;
  readonly masks: readonly bigint[];
}

const allBits = 2n ** 64n - 1n;

/** Of what is no number either sign is right, and where it is any such value only the exponent and the quiet bit count. */
const patterns: Readonly<Record<string, Readonly<Record<number, bigint>>>> = {
  'nan:canonical': { 32: 0x7fff_ffffn, 64: 0x7fff_ffff_ffff_ffffn },
  'nan:arithmetic': { 32: 0x7fc0_0000n, 64: 0x7ff8_0000_0000_0000n },
};

export function wanted(expected: List): Wanted {
  const head = headOf(expected);
  const [, second] = expected.items;
  switch (head) {
    case 'i32.const':
      return { code: `${expected.source} i64.extend_i32_u`, masks: [allBits] };
    case 'i64.const':
      return { code: expected.source, masks: [allBits] };
    case 'f32.const':
      return {
        code: `(i64.extend_i32_u (i32.reinterpret_f32 (f32.const ${plain(second)})))`,
        masks: [mask(second, 32)],
      };
    case 'f64.const':
      return { code: `(i64.reinterpret_f64 (f64.const ${plain(second)}))`, masks: [mask(second, 64)] };
    case 'v128.const':
      return wantedVector(expected);
    case 'ref.null':
      return { code: '(i64.const 1)', masks: [allBits] };
    case 'ref.func':
      return { code: '(i64.const 0)', masks: [allBits] };
    default:
      throw new SyntaxError(`There is no result ${expected.source}.`);
  }
}

function wantedVector({ items }: List): Wanted {
  const [, shape, ...lanes] = items;
  const bits = 128 / lanes.length;
  const masks = lanes.map((lane) => mask(lane, bits));
  const word = (from: number) =>
    masks.slice(from, from + lanes.length / 2).reduce((sum, each, i) => sum | (each << BigInt(i * bits)), 0n);
  const code = vectorToWords(`(v128.const ${wordOf(shape)} ${lanes.map(plain).join(' ')})`);
  return { code, masks: [word(0), word(lanes.length / 2)] };
}

function plain(lane: Expression | undefined): string {
  const word = wordOf(lane) ?? '';
  return word in patterns ? 'nan' : word;
}

function mask(lane: Expression | undefined, bits: number): bigint {
  return patterns[wordOf(lane) ?? '']?.[bits] ?? (1n << BigInt(bits)) - 1n;
}

/** The word of a value that JavaScript has got out of a global. */
export function globalToWord(value: unknown, type: string | undefined): bigint {
  const view = new DataView(new ArrayBuffer(8));
  if (typeof value === 'bigint') view.setBigInt64(0, value);
  else if (type === 'f64.const') view.setFloat64(0, Number(value));
  else if (type === 'f32.const') view.setFloat32(4, Number(value));
  else view.setInt32(4, Number(value));
  return view.getBigUint64(0);
}
