import type { Case } from '../../../case.ts';
import { type Computed, computes } from './given.ts';

const f32 = (operator: string, ...operands: readonly (number | string)[]) =>
  `(f32.${operator} ${operands.map((each) => `(f32.const ${each})`).join(' ')})`;
const f64 = (operator: string, ...operands: readonly (number | string)[]) =>
  `(f64.${operator} ${operands.map((each) => `(f64.const ${each})`).join(' ')})`;
const bits = (code: string) => `(i32.reinterpret_f32 ${code})`;
/** The bits are told from each other where comparing numbers would not: 0 equals -0. */
const hasBits = (code: string, expected: string) => `(i64.eq (i64.reinterpret_f64 ${code}) (i64.const ${expected}))`;
const minusZero = -2147483648;
const wideMinusZero = '0x8000000000000000';

const single: readonly Computed[] = [
  ['minimum-of-zeros', bits(f32('min', '0', '-0')), minusZero],
  ['maximum-of-zeros', bits(f32('max', '-0', '0')), 0],
  ['nearest-half-to-even', bits(f32('nearest', '0.5')), 0],
  ['nearest-one-and-a-half', bits(f32('nearest', '1.5')), 0x40000000],
  ['nearest-minus-half', bits(f32('nearest', '-0.5')), minusZero],
  ['ceiling-of-minus-half', bits(f32('ceil', '-0.5')), minusZero],
  ['floor-of-minus-zero', bits(f32('floor', '-0')), minusZero],
  ['cut-of-minus-0-9', bits(f32('trunc', '-0.9')), minusZero],
  ['sign-copied', bits(f32('copysign', '1', '-0')), -1082130432],
  ['absolute-of-minus-zero', bits(f32('abs', '-0')), 0],
  ['negated-zero', bits(f32('neg', '0')), minusZero],
  ['root-of-minus-zero', bits(f32('sqrt', '-0')), minusZero],
  ['root-rounded', bits(f32('sqrt', '2')), 0x3fb504f3],
  ['sum-rounds-to-even', bits(f32('add', '16777216', '1')), 0x4b800000],
  ['sum-of-opposites', bits(f32('add', '1', '-1')), 0],
  ['product-below-smallest', bits(f32('mul', '0x1p-149', '0.5')), 0],
  ['product-without-leading-bit', bits(f32('mul', '0x1p-126', '0.5')), 0x00400000],
  ['quotient-by-minus-zero', bits(f32('div', '1', '-0')), -8388608],
  ['quotient-rounded', bits(f32('div', '1', '3')), 0x3eaaaaab],
  ['sum-beyond-largest', bits(f32('add', '0x1.fffffep+127', '0x1p+103')), 0x7f800000],
];

const double: readonly Computed[] = [
  ['wide-minimum-of-zeros', hasBits(f64('min', '0', '-0'), wideMinusZero), 1],
  ['wide-maximum-of-zeros', hasBits(f64('max', '0', '-0'), '0'), 1],
  ['wide-nearest-two-and-a-half', hasBits(f64('nearest', '2.5'), '0x4000000000000000'), 1],
  ['wide-nearest-of-large', hasBits(f64('nearest', '4503599627370495.5'), '0x4330000000000000'), 1],
  ['wide-ceiling-of-minus-half', hasBits(f64('ceil', '-0.5'), wideMinusZero), 1],
  ['wide-sign-copied', hasBits(f64('copysign', '-1', '0'), '0x3ff0000000000000'), 1],
  ['wide-sum', hasBits(f64('add', '0.1', '0.2'), '0x3fd3333333333334'), 1],
  ['wide-root', hasBits(f64('sqrt', '2'), '0x3ff6a09e667f3bcd'), 1],
  ['wide-product-without-leading-bit', hasBits(f64('mul', '0x1p-1022', '0.5'), '0x0008000000000000'), 1],
  ['wide-quotient', hasBits(f64('div', '1', '10'), '0x3fb999999999999a'), 1],
];

const comparisons: readonly Computed[] = [
  ['zeros-are-equal', f32('eq', '0', '-0'), 1],
  ['nan-is-not-itself', f64('ne', 'nan', 'nan'), 1],
  ['nan-is-not-less', f32('lt', 'nan', '1'), 0],
  ['nan-is-not-at-least', f64('ge', '1', 'nan'), 0],
  ['minimum-with-nan', `(f32.eq ${f32('min', '1', 'nan')} (f32.const 1))`, 0],
  ['minimum-with-infinity', f64('lt', '-inf', '-0x1.fffffffffffffp+1023'), 1],
];

const conversions: readonly Computed[] = [
  ['truncation-at-most', '(i32.trunc_f64_s (f64.const 2147483647.9))', 2147483647],
  ['truncation-at-least', '(i32.trunc_f64_s (f64.const -2147483648.9))', -2147483648],
  ['truncation-of-minus-0-9', '(i32.trunc_f64_u (f64.const -0.9))', 0],
  ['truncation-unsigned-at-most', '(i32.trunc_f64_u (f64.const 4294967295.9))', -1],
  ['truncation-to-64-bits', '(i64.eq (i64.trunc_f32_s (f32.const -0x1p+63)) (i64.const 0x8000000000000000))', 1],
  [
    'truncation-to-64-bits-unsigned',
    '(i64.eq (i64.trunc_f64_u (f64.const 0x1.fffffffffffffp+63)) (i64.const -2048))',
    1,
  ],
  ['conversion-rounds-to-even', bits('(f32.convert_i32_s (i32.const 16777217))'), 0x4b800000],
  ['conversion-unsigned', bits('(f32.convert_i32_u (i32.const -1))'), 0x4f800000],
  ['conversion-of-64-bits', bits('(f32.convert_i64_s (i64.const 0x7fffff4000000001))'), 0x5effffff],
  ['conversion-of-64-bits-unsigned', hasBits('(f64.convert_i64_u (i64.const -1))', '0x43f0000000000000'), 1],
  [
    'conversion-of-64-bits-rounds',
    hasBits('(f64.convert_i64_u (i64.const 0x20000000000001))', '0x4340000000000000'),
    1,
  ],
  ['demotion-rounds', bits('(f32.demote_f64 (f64.const 0.1))'), 0x3dcccccd],
  ['demotion-beyond-largest', bits('(f32.demote_f64 (f64.const 1e300))'), 0x7f800000],
  ['demotion-of-small', bits('(f32.demote_f64 (f64.const -1e-300))'), minusZero],
  ['promotion-of-smallest', hasBits('(f64.promote_f32 (f32.const 0x1p-149))', '0x36a0000000000000'), 1],
  ['bits-to-float', '(i32.trunc_f32_s (f32.reinterpret_i32 (i32.const 0x40a00000)))', 5],
  ['bits-to-double', '(i32.trunc_f64_s (f64.reinterpret_i64 (i64.const 0x4014000000000000)))', 5],
];

export const floats: readonly Case[] = [...single, ...double, ...comparisons, ...conversions].map(
  ([id, code, expected]) => computes(`runtime/float-${id}`, ['RT-NUMBERS'], code, expected),
);
