import type { Case } from '../../../case.ts';
import { type Computed, computes } from './given.ts';

const i32 = (operator: string, ...operands: readonly (number | string)[]) =>
  `(i32.${operator} ${operands.map((each) => `(i32.const ${each})`).join(' ')})`;
const i64 = (operator: string, ...operands: readonly (number | string)[]) =>
  `(i64.${operator} ${operands.map((each) => `(i64.const ${each})`).join(' ')})`;
const equals = (code: string, expected: number | string) => `(i64.eq ${code} (i64.const ${expected}))`;
const lowest = '0x8000000000000000';

const narrow: readonly Computed[] = [
  ['sum-wraps', i32('add', 2147483647, 1), -2147483648],
  ['difference-wraps', i32('sub', -2147483648, 1), 2147483647],
  ['product-wraps', i32('mul', 65537, 65537), 131073],
  ['quotient-towards-zero', i32('div_s', -7, 2), -3],
  ['quotient-unsigned', i32('div_u', -1, 2), 2147483647],
  ['quotient-of-lowest-by-1', i32('div_s', -2147483648, 1), -2147483648],
  ['quotient-unsigned-of-lowest', i32('div_u', -2147483648, -1), 0],
  ['remainder-has-sign-of-dividend', i32('rem_s', -7, 2), -1],
  ['remainder-of-lowest-by-minus-1', i32('rem_s', -2147483648, -1), 0],
  ['remainder-unsigned', i32('rem_u', -1, 10), 5],
  ['shift-by-33', i32('shl', 1, 33), 2],
  ['shift-by-32', i32('shr_s', -8, 32), -8],
  ['shift-by-minus-1', i32('shr_u', -1, -1), 1],
  ['shift-keeps-sign', i32('shr_s', -8, 1), -4],
  ['rotate-left', i32('rotl', '0xabcd9876', 1), 0x579b30ed],
  ['rotate-right', i32('rotr', 1, 1), -2147483648],
  ['rotate-by-36', i32('rotl', '0x12345678', 36), 0x23456781],
  ['leading-zeros', i32('clz', 1), 31],
  ['leading-zeros-of-0', i32('clz', 0), 32],
  ['trailing-zeros-of-0', i32('ctz', 0), 32],
  ['trailing-zeros', i32('ctz', -2147483648), 31],
  ['bits-set', i32('popcnt', '0xdeadbeef'), 24],
  ['less-signed', i32('lt_s', -1, 0), 1],
  ['less-unsigned', i32('lt_u', -1, 0), 0],
  ['at-least-unsigned', i32('ge_u', -1, 1), 1],
  ['is-zero', i32('eqz', 0), 1],
];

const wide: readonly Computed[] = [
  ['wide-sum-wraps', equals(i64('add', '0x7fffffffffffffff', 1), lowest), 1],
  ['wide-product', equals(i64('mul', '0x100000001', '0x100000001'), '0x200000001'), 1],
  ['wide-quotient', equals(i64('div_s', lowest, 2), '-0x4000000000000000'), 1],
  ['wide-quotient-unsigned', equals(i64('div_u', -1, 10), '1844674407370955161'), 1],
  ['wide-remainder-of-lowest-by-minus-1', equals(i64('rem_s', lowest, -1), 0), 1],
  ['wide-remainder-unsigned', equals(i64('rem_u', -1, 1000), 615), 1],
  ['wide-shift-by-65', equals(i64('shl', 1, 65), 2), 1],
  ['wide-shift-keeps-sign', equals(i64('shr_s', -16, 2), -4), 1],
  ['wide-shift-without-sign', equals(i64('shr_u', -1, 60), 15), 1],
  ['wide-rotate-left', equals(i64('rotl', '0xabcd987602468ace', 1), '0x579b30ec048d159d'), 1],
  ['wide-rotate-right', equals(i64('rotr', 1, 4), '0x1000000000000000'), 1],
  ['wide-rotate-by-68', equals(i64('rotl', '0x123456789abcdef0', 68), '0x23456789abcdef01'), 1],
  ['wide-leading-zeros-of-0', equals(i64('clz', 0), 64), 1],
  ['wide-trailing-zeros', equals(i64('ctz', '0x100000000'), 32), 1],
  ['wide-bits-set', equals(i64('popcnt', -1), 64), 1],
  ['wide-less-unsigned', i64('lt_u', -1, 0), 0],
  ['wide-greater-signed', i64('gt_s', 0, lowest), 1],
  ['wide-is-zero', i64('eqz', '0x100000000'), 0],
  ['wrap', '(i32.wrap_i64 (i64.const 0x180000001))', -2147483647],
  ['extend-signed', equals('(i64.extend_i32_s (i32.const -1))', -1), 1],
  ['extend-unsigned', equals('(i64.extend_i32_u (i32.const -1))', 4294967295), 1],
];

export const integers: readonly Case[] = [...narrow, ...wide].map(([id, code, expected]) =>
  computes(`runtime/integer-${id}`, ['RT-NUMBERS'], code, expected),
);
