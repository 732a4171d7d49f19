import type { Case } from '../../../../case.ts';
import { costs, looked, lookedAt } from './priced.ts';
import { all, each, type Straight, words } from './straight.ts';

const vector = 'v128.const i64x2 1 2';
const unary = (prefix: string, operators: string) => each(vector, 1, prefix, operators);
const binary = (prefix: string, operators: string) => each(`${vector} ${vector}`, 2, prefix, operators);
const shifts = (prefix: string) => each(`${vector} i32.const 3`, 2, prefix, 'shl shr_s shr_u');

/** A splat, and each way to a lane. */
function lanes(shape: string, type: string, extracts: string): Straight {
  return all(
    each(`${type}.const 1`, 1, `${shape}.`, 'splat'),
    unary(`${shape}.`, extracts),
    each(`${vector} ${type}.const 1`, 2, `${shape}.`, 'replace_lane:1'),
  );
}

const halves = (from: string) =>
  `extend_low_${from}_s extend_low_${from}_u extend_high_${from}_s extend_high_${from}_u`;
const products = (from: string) =>
  `extmul_low_${from}_s extmul_low_${from}_u extmul_high_${from}_s extmul_high_${from}_u`;
const signedAndNot = 'lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u';
const saturating = 'add_sat_s add_sat_u sub_sat_s sub_sat_u';
const extremes = 'min_s min_u max_s max_u';
const floats = 'add sub mul div min max pmin pmax eq ne lt gt le ge';
const roundings = 'ceil floor trunc nearest abs neg sqrt';

const groups: readonly (readonly [id: string, straight: Straight])[] = [
  [
    'bits',
    all(
      unary('v128.', 'not any_true'),
      binary('v128.', 'and andnot or xor'),
      each(`${vector} ${vector} ${vector}`, 3, 'v128.', 'bitselect'),
    ),
  ],
  [
    'i8x16',
    all(
      unary('i8x16.', 'abs neg popcnt all_true bitmask'),
      binary('i8x16.', `eq ne ${signedAndNot} narrow_i16x8_s narrow_i16x8_u swizzle`),
      binary('i8x16.', `add sub ${saturating} ${extremes} avgr_u`),
      binary('i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14', ':31'),
      shifts('i8x16.'),
      lanes('i8x16', 'i32', 'extract_lane_s:0 extract_lane_u:15'),
    ),
  ],
  [
    'i16x8',
    all(
      unary('i16x8.', `abs neg all_true bitmask ${halves('i8x16')} extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u`),
      binary('i16x8.', `eq ne ${signedAndNot} narrow_i32x4_s narrow_i32x4_u q15mulr_sat_s`),
      binary('i16x8.', `add sub mul ${saturating} ${extremes} avgr_u ${products('i8x16')}`),
      shifts('i16x8.'),
      lanes('i16x8', 'i32', 'extract_lane_s:0 extract_lane_u:7'),
    ),
  ],
  [
    'i32x4',
    all(
      unary('i32x4.', `abs neg all_true bitmask ${halves('i16x8')} extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u`),
      unary('i32x4.', 'trunc_sat_f32x4_s trunc_sat_f32x4_u trunc_sat_f64x2_s_zero trunc_sat_f64x2_u_zero'),
      binary('i32x4.', `eq ne ${signedAndNot} add sub mul ${extremes} dot_i16x8_s ${products('i16x8')}`),
      shifts('i32x4.'),
      lanes('i32x4', 'i32', 'extract_lane:3'),
    ),
  ],
  [
    'i64x2',
    all(
      unary('i64x2.', `abs neg all_true bitmask ${halves('i32x4')}`),
      binary('i64x2.', `eq ne lt_s gt_s le_s ge_s add sub mul ${products('i32x4')}`),
      shifts('i64x2.'),
      lanes('i64x2', 'i64', 'extract_lane:1'),
    ),
  ],
  [
    'f32x4',
    all(
      unary('f32x4.', `${roundings} convert_i32x4_s convert_i32x4_u demote_f64x2_zero`),
      binary('f32x4.', floats),
      lanes('f32x4', 'f32', 'extract_lane:3'),
    ),
  ],
  [
    'f64x2',
    all(
      unary('f64x2.', `${roundings} convert_low_i32x4_s convert_low_i32x4_u promote_low_f32x4`),
      binary('f64x2.', floats),
      lanes('f64x2', 'f64', 'extract_lane:1'),
    ),
  ],
];

const narrowLoads = 'load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u';
const splatLoads = 'load8_splat load16_splat load32_splat load64_splat load32_zero load64_zero';
const loads = each('i32.const 16', 1, 'v128.', `load ${narrowLoads} ${splatLoads}`);
const laneLoads = each(`i32.const 16 ${vector}`, 2, 'v128.', 'load8_lane:1 load16_lane:1 load32_lane:1 load64_lane:1');
const stores = words('v128.store v128.store8_lane:1 v128.store16_lane:1 v128.store32_lane:1 v128.store64_lane:1');
const storing = stores.map((name) => `i32.const 16 ${vector} ${name.replace(':', ' ')}`).join('\n');

/** An operator on a vector costs what it costs on a number. */
export const vectorCases: readonly Case[] = [
  ...groups.map(([id, { code, units }]) =>
    costs(`operator-vector-${id}`, ['FUEL-COST'], looked(code), lookedAt(units)),
  ),
  costs(
    'operator-vector-memory',
    ['FUEL-COST'],
    looked(`${loads.code} ${laneLoads.code} ${storing}`, '(memory 1)'),
    lookedAt(loads.units + laneLoads.units + stores.length * 3),
  ),
];
