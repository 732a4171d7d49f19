import type { Case } from '../../../../case.ts';
import { costs, looked, lookedAt } from './priced.ts';
import { all, each, type Straight } from './straight.ts';

type Type = 'i32' | 'i64' | 'f32' | 'f64';

const unary = (type: Type, operators: string) => each(`${type}.const 7`, 1, `${type}.`, operators);
const binary = (type: Type, operators: string) => each(`${type}.const 7 ${type}.const 2`, 2, `${type}.`, operators);
const converting = (type: Type, operators: string) => each(`${type}.const 7`, 1, '', operators);

const integerUnary = 'clz ctz popcnt eqz extend8_s extend16_s';
const integerBinary = 'add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr';
const integerComparisons = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u';
const floatUnary = 'abs neg ceil floor trunc nearest sqrt';
const floatBinary = 'add sub mul div min max copysign';
const floatComparisons = 'eq ne lt gt le ge';

const groups: readonly (readonly [id: string, straight: Straight])[] = [
  ['i32-unary', unary('i32', integerUnary)],
  ['i32-arithmetic', binary('i32', integerBinary)],
  ['i32-comparisons', binary('i32', integerComparisons)],
  ['i64-unary', unary('i64', `${integerUnary} extend32_s`)],
  ['i64-arithmetic', binary('i64', integerBinary)],
  ['i64-comparisons', binary('i64', integerComparisons)],
  ['f32-arithmetic', all(unary('f32', floatUnary), binary('f32', floatBinary))],
  ['f32-comparisons', binary('f32', floatComparisons)],
  ['f64-arithmetic', all(unary('f64', floatUnary), binary('f64', floatBinary))],
  ['f64-comparisons', binary('f64', floatComparisons)],
  [
    'conversions-of-i32',
    converting(
      'i32',
      `i64.extend_i32_s i64.extend_i32_u f32.convert_i32_s f32.convert_i32_u f64.convert_i32_s f64.convert_i32_u
       f32.reinterpret_i32`,
    ),
  ],
  [
    'conversions-of-i64',
    converting(
      'i64',
      `i32.wrap_i64 f32.convert_i64_s f32.convert_i64_u f64.convert_i64_s f64.convert_i64_u f64.reinterpret_i64`,
    ),
  ],
  [
    'conversions-of-f32',
    converting(
      'f32',
      `i32.trunc_f32_s i32.trunc_f32_u i64.trunc_f32_s i64.trunc_f32_u f64.promote_f32 i32.reinterpret_f32
       i32.trunc_sat_f32_s i32.trunc_sat_f32_u i64.trunc_sat_f32_s i64.trunc_sat_f32_u`,
    ),
  ],
  [
    'conversions-of-f64',
    converting(
      'f64',
      `i32.trunc_f64_s i32.trunc_f64_u i64.trunc_f64_s i64.trunc_f64_u f32.demote_f64 i64.reinterpret_f64
       i32.trunc_sat_f64_s i32.trunc_sat_f64_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u`,
    ),
  ],
  ['thousand-in-a-row', { code: `i32.const 0 ${'i32.const 1 i32.add '.repeat(1000)} drop`, units: 2001 }],
  [
    'constants',
    {
      code: `i32.const 1 drop i64.const 1 drop f32.const 1 drop f64.const 1 drop v128.const i64x2 1 2 drop
             ref.null func drop`,
      units: 6,
    },
  ],
];

/** Every operator that calculates costs one, whatever it calculates. */
export const operatorCases: readonly Case[] = groups.map(([id, { code, units }]) =>
  costs(`operator-${id}`, ['FUEL-COST'], looked(code), lookedAt(units)),
);
