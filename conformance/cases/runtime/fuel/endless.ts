import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import { capabilityModule } from '#spec/constants.ts';
import { body } from '../given.ts';

const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const forever = '(loop (br 0))';

/** Goes round once more, twenty times. */
const some = '(loop (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 20))))';

/** A body that never comes to its end, and never goes deeper: what ends it is fuel, or time. */
const bodies: readonly (readonly [id: string, code: string, fields?: string])[] = [
  ['loop', forever],
  ['loop-under-a-condition', '(loop (br_if 0 (i32.const 1)))'],
  ['loop-by-a-table', '(loop (br_table 0 0 0 (i32.const 7)))'],
  ['loop-from-both-arms', '(loop $l (if (i32.const 1) (then (br $l)) (else (br $l))))'],
  ['loop-from-within-blocks', '(loop $l (block (block (block (br $l)))))'],
  ['loop-with-values', 'i32.const 1 i64.const 2 (loop (param i32 i64) (br 0)) unreachable'],
  ['loop-with-a-way-out', '(local i32) (block $out (loop $l (br_if $out (local.get 0)) (br $l)))'],
  ['loop-that-counts', '(local i64) (loop (local.set 0 (i64.add (local.get 0) (i64.const 1))) (br 0))'],
  ['loop-over-floats', '(local f64) (loop (local.set 0 (f64.sqrt (f64.const 2))) (br 0))'],
  ['loop-over-vectors', '(local v128) (loop (local.set 0 (i8x16.add (local.get 0) (local.get 0))) (br 0))'],
  ['loop-over-memory', '(loop (i32.store (i32.const 0) (i32.load (i32.const 4))) (br 0))', '(memory 1)'],
  ['loop-that-fills-bytes', '(loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 8)) (br 0))', '(memory 1)'],
  ['loop-that-asks-for-memory', '(loop (drop (memory.grow (i32.const 1))) (br 0))', '(memory 1 2)'],
  ['loop-that-asks-the-host', '(loop (drop (call $count)) (br 0))', count],
  ['loop-that-calls', '(loop (call $f) (br 0))', '(func $f)'],
  [
    'loop-that-calls-through-a-table',
    '(loop (call_indirect (i32.const 0)) (br 0))',
    '(func $f) (table 1 funcref) (elem (i32.const 0) $f)',
  ],
  ['loop-around-loops', `(local i32) (loop $l (local.set 0 (i32.const 0)) ${some} (br $l))`],
  ['loop-in-a-loop', `(local i32) ${some} (loop (loop (br 0)))`],
  ['loop-of-two', '(loop $a (loop $b (br_if $b (i32.const 0)) (br $a)))'],
  ['loop-in-a-callee', 'call $f', `(func $f ${forever})`],
  ['loop-in-a-start-function', '', `(func $f ${forever}) (start $f)`],
  ['loop-behind-a-start-function', forever, `(func $f (local i32) ${some}) (start $f)`],
  ['tail-call', 'return_call $f', '(func $f (result i32) return_call $f)'],
  [
    'tail-call-with-arguments',
    '(return_call $f (i32.const 0) (i64.const 0))',
    '(func $f (param i32 i64) (result i32) (return_call $f (i32.wrap_i64 (local.get 1)) (i64.const 1)))',
  ],
  [
    'tail-calls-back-and-forth',
    'return_call $f',
    '(func $f (result i32) return_call $g) (func $g (result i32) return_call $f)',
  ],
  [
    'tail-call-through-a-table',
    'return_call $f',
    `(func $f (result i32) (return_call_indirect (result i32) (i32.const 0)))
     (table 1 funcref) (elem (i32.const 0) $f)`,
  ],
  ['tail-call-in-a-start-function', '', '(func $f return_call $f) (start $f)'],
];

export const endless: readonly (readonly [id: string, module: ModuleContent])[] = bodies.map(([id, code, fields]) => [
  id,
  body(`${code} i32.const 1`, fields),
]);
