import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { traps } from './priced.ts';

const outside = 'i32.const 65536';
const one = 'i32.const 1';

/** Every operator that can trap, apart from those that move control. */
const operators: readonly (readonly [id: string, code: string])[] = [
  ...['i32.div_s', 'i32.div_u', 'i32.rem_s', 'i32.rem_u'].map(
    (name) => [name, `i32.const 1 i32.const 0 ${name} drop`] as const,
  ),
  ...['i64.div_s', 'i64.div_u', 'i64.rem_s', 'i64.rem_u'].map(
    (name) => [name, `i64.const 1 i64.const 0 ${name} drop`] as const,
  ),
  ...['i32.trunc_f32_s', 'i32.trunc_f32_u', 'i64.trunc_f32_s', 'i64.trunc_f32_u'].map(
    (name) => [name, `f32.const nan ${name} drop`] as const,
  ),
  ...['i32.trunc_f64_s', 'i32.trunc_f64_u', 'i64.trunc_f64_s', 'i64.trunc_f64_u'].map(
    (name) => [name, `f64.const inf ${name} drop`] as const,
  ),
  ['i32.load', `${outside} i32.load drop`],
  ['i64.load32_u', `${outside} i64.load32_u drop`],
  ['f64.load', `${outside} f64.load drop`],
  ['i32.store16', `${outside} ${one} i32.store16`],
  ['i64.store32', `${outside} i64.const 1 i64.store32`],
  ['f32.store', `${outside} f32.const 1 f32.store`],
  ['v128.load', `${outside} v128.load drop`],
  ['v128.load8_splat', `${outside} v128.load8_splat drop`],
  ['v128.load64_zero', `${outside} v128.load64_zero drop`],
  ['v128.load32_lane', `${outside} v128.const i64x2 1 2 v128.load32_lane 0 drop`],
  ['v128.store', `${outside} v128.const i64x2 1 2 v128.store`],
  ['v128.store8_lane', `${outside} v128.const i64x2 1 2 v128.store8_lane 0`],
  ['memory.fill', `${outside} ${one} ${one} memory.fill`],
  ['memory.copy', `${outside} ${one} ${one} memory.copy`],
  ['memory.init', `${outside} ${one} ${one} memory.init $data`],
  ['table.get', `${one} table.get $table drop`],
  ['table.set', `${one} ref.null func table.set $table`],
  ['table.fill', `${one} ref.null func ${one} table.fill $table`],
  ['table.copy', `${one} ${one} ${one} table.copy $table $table`],
  ['table.init', `${one} ${one} ${one} table.init $table $elements`],
];

const fields = `(func $empty) (memory 1) (data $data "ab") (table $table 1 funcref)
  (elem $elements func $empty $empty)`;

const idOf = (name: string) => name.replaceAll(/[._]/g, '-');

/** What a call tells is there when the operator behind it traps, and so is what the caller of a callee has told. */
export const owedByTrapsCases: readonly Case[] = operators.flatMap(([name, code]) => [
  traps(`owed-behind-a-call-by-${idOf(name)}`, ['FUEL-PUBLISHED'], body(`call $empty ${code} i32.const 1`, fields), {
    told: 3,
    least: 4,
  }),
  traps(
    `owed-in-a-callee-by-${idOf(name)}`,
    ['FUEL-PUBLISHED'],
    body('call $f i32.const 1', `${fields} (func $f ${code})`),
    { told: 2, least: 4 },
  ),
]);
