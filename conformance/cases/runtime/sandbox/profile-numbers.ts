import type { Case } from '../../../case.ts';
import { type Computed, computes } from './given.ts';

const signExtension: readonly Computed[] = [
  ['sign-of-8-bits', '(i32.extend8_s (i32.const 0x180))', -128],
  ['sign-of-16-bits', '(i32.extend16_s (i32.const 0x18000))', -32768],
  ['sign-of-8-of-64-bits', '(i64.eq (i64.extend8_s (i64.const 0x7f80)) (i64.const -128))', 1],
  ['sign-of-16-of-64-bits', '(i64.eq (i64.extend16_s (i64.const 0x8000)) (i64.const -32768))', 1],
  ['sign-of-32-of-64-bits', '(i64.eq (i64.extend32_s (i64.const 0x80000000)) (i64.const -2147483648))', 1],
];

const saturation: readonly Computed[] = [
  ['saturated-nan', '(i32.trunc_sat_f32_s (f32.const nan))', 0],
  ['saturated-above', '(i32.trunc_sat_f32_s (f32.const inf))', 2147483647],
  ['saturated-below', '(i32.trunc_sat_f64_s (f64.const -inf))', -2147483648],
  ['saturated-unsigned-above', '(i32.trunc_sat_f64_u (f64.const 1e300))', -1],
  ['saturated-unsigned-below', '(i32.trunc_sat_f32_u (f32.const -1))', 0],
  ['saturated-within', '(i32.trunc_sat_f64_s (f64.const -7.9))', -7],
  ['saturated-to-64-bits', '(i64.eq (i64.trunc_sat_f32_s (f32.const 1e30)) (i64.const 0x7fffffffffffffff))', 1],
  ['saturated-to-64-bits-unsigned', '(i64.eq (i64.trunc_sat_f64_u (f64.const 1e30)) (i64.const -1))', 1],
  ['saturated-to-64-bits-nan', '(i64.eqz (i64.trunc_sat_f64_s (f64.const nan)))', 1],
  ['saturated-to-64-bits-below', '(i64.eqz (i64.trunc_sat_f32_u (f32.const -inf)))', 1],
];

export const profileNumbers: readonly Case[] = [...signExtension, ...saturation].map(([id, code, expected]) =>
  computes(`runtime/${id}`, ['RT-PROFILE', 'RT-NUMBERS'], code, expected),
);
