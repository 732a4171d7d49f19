import type { Case } from '../../../case.ts';
import { accepted, refusals } from '../../../rows.ts';
import { ended, running } from '../given.ts';
import { answer, having, inText } from './given.ts';

const refused = refusals(['RT-VALID'], 'runtime/answer', 'runtime.invalid');
const giving = (code: string) => inText('(i32.const 42)', code);
const dead = (code: string) => having(`(func $unused ${code})`);

/** Every refused module of this file and of the excluded features is one edit away from it. */
const theAnswer = accepted(
  'runtime/answer',
  ['RT-VALID', 'RT-EXCLUDED', 'RT-RELAXED-SIMD', 'RT-CAPS'],
  running(answer),
  ended(42),
);

const codes: readonly (readonly [id: string, code: string])[] = [
  ['result-of-another-type', '(i64.const 42)'],
  ['result-missing', 'nop'],
  ['result-too-many', '(i32.const 42) (i32.const 42)'],
  ['operand-of-another-type', '(i32.add (i32.const 42) (f32.const 0))'],
  ['operand-missing', '(i32.const 42) i32.add'],
  ['operand-of-outer-block', '(i32.const 42) (block (drop))'],
  ['block-of-another-type', '(block (result i32) (f64.const 42))'],
  ['if-without-its-other-value', '(if (result i32) (i32.const 1) (then (i32.const 42)))'],
  ['arms-of-two-types', '(if (result i32) (i32.const 1) (then (i32.const 42)) (else (i64.const 42)))'],
  ['branch-to-no-label', '(br 2 (i32.const 42))'],
  ['branch-without-its-value', '(br 0)'],
  ['table-of-labels-of-two-types', '(block (br_table 0 1 (i32.const 0))) (i32.const 42)'],
  ['unknown-local', '(local.get 0)'],
  ['unknown-global', '(global.get 0)'],
  ['unknown-function', '(call 7)'],
  ['unknown-block-type', '(block (type 7) (nop)) (i32.const 42)'],
  ['call-of-no-table', '(call_indirect (result i32) (i32.const 0))'],
  ['load-without-memory', '(i32.load (i32.const 0))'],
  ['size-without-memory', '(memory.size)'],
  ['select-of-references', '(ref.is_null (select (ref.null func) (ref.null func) (i32.const 0)))'],
  ['select-of-two-types', '(select (i32.const 42) (i64.const 42) (i32.const 0))'],
  ['lane-too-high', '(i8x16.extract_lane_u 16 (v128.const i64x2 42 0))'],
  ['wrong-behind-unreachable', 'unreachable (f32.const 0) i32.eqz'],
];

const fields: readonly (readonly [id: string, fields: string])[] = [
  ['memory-above-addresses', '(memory 65537)'],
  ['memory-maximum-above-addresses', '(memory 1 65537)'],
  ['memory-minimum-above-maximum', '(memory 2 1)'],
  ['table-minimum-above-maximum', '(table 2 1 funcref)'],
  ['unknown-type', '(import "a" "b" (func (type 7)))'],
  ['unknown-export', '(export "gone" (memory 0))'],
  ['two-exports-of-one-name', '(memory (export "run") 1)'],
  ['start-with-parameter', '(func $s (param i32)) (start $s)'],
  ['start-with-result', '(func $s (result i32) (i32.const 1)) (start $s)'],
  ['start-of-nothing', '(start 7)'],
  ['constant-of-another-type', '(global i32 (i64.const 1))'],
  ['constant-that-is-calculated', '(global i32 (i32.clz (i32.const 1)))'],
  ['constant-that-calls', '(global i32 (call 0))'],
  ['constant-of-two-values', '(global i32 (i32.const 1) (i32.const 2))'],
  ['constant-of-no-value', '(global i32)'],
  ['data-without-memory', '(data (i32.const 0) "a")'],
  ['data-at-a-float', '(memory 1) (data (f32.const 0) "a")'],
  ['elements-without-table', '(elem (i32.const 0) func)'],
  ['elements-of-unknown-function', '(table 1 funcref) (elem (i32.const 0) func 7)'],
];

const unused: readonly (readonly [id: string, code: string])[] = [
  ['in-what-nobody-calls', '(i32.const 1)'],
  ['write-to-constant', '(global.set $g (i32.const 1))) (global $g i32 (i32.const 0)'],
  ['alignment-above-width', '(drop (i32.load align=8 (i32.const 0)))) (memory 1'],
  ['undeclared-reference', '(drop (ref.func $unused))'],
  ['unknown-data', '(memory.init 7 (i32.const 0) (i32.const 0) (i32.const 0))) (memory 1) (data "a"'],
  ['number-in-table', '(table.set (i32.const 0) (i32.const 0))) (table 1 funcref'],
  ['argument-missing', '(call $one)) (func $one (param i32)'],
  ['argument-of-another-type', '(call $one (f32.const 1))) (func $one (param i32)'],
  ['return-without-value', '(result i32) (return)'],
  ['local-of-another-type', '(local i64) (local.set 0 (i32.const 1))'],
  ['tail-call-of-another-type', '(result i32) (return_call $void)) (func $void'],
  ['shuffle-of-lane-32', shuffleOfLane(32)],
];

export const validity: readonly Case[] = [
  theAnswer,
  ...codes.map(([id, code]) => refused(`runtime/invalid-${id}`, giving(code))),
  ...fields.map(([id, text]) => refused(`runtime/invalid-${id}`, having(text))),
  ...unused.map(([id, code]) => refused(`runtime/invalid-${id}`, dead(code))),
];

function shuffleOfLane(lane: number): string {
  const zero = '(v128.const i64x2 0 0)';
  return `(drop (i8x16.shuffle ${lane} 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 ${zero} ${zero}))`;
}
