import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import { capabilityModule } from '#spec/constants.ts';
import { body } from '../given.ts';

const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const next = '(local.tee 0 (i32.add (local.get 0) (i32.const 1)))';
const again = (label: string, times: number) => `(br_if ${label} (i32.lt_u ${next} (i32.const ${times})))`;

const fib = `(func $fib (param i32) (result i32)
  (if (result i32) (i32.lt_s (local.get 0) (i32.const 2))
    (then (local.get 0))
    (else (i32.add
      (call $fib (i32.sub (local.get 0) (i32.const 1)))
      (call $fib (i32.sub (local.get 0) (i32.const 2)))))))`;

const down = (how: string) => `(func $down (param i32) (result i32)
  (if (result i32) (i32.eqz (local.get 0))
    (then (i32.const 4))
    (else (${how} $down (i32.sub (local.get 0) (i32.const 1))))))`;

export interface Finite {
  readonly id: string;
  readonly gives: number;
  readonly module: ModuleContent;
}

function finite(id: string, gives: number, code: string, fields?: string): Finite {
  return { id, gives, module: body(code, fields) };
}

/** Guests of a few hundred instructions, none of which grows anything. */
export const finiteGuests: readonly Finite[] = [
  finite('constant', 7, 'i32.const 7'),
  finite('straight-line', 9, `${'i32.const 1 drop '.repeat(100)} i32.const 9`),
  finite('loop', 20, `(local i32) (loop ${again('0', 20)}) local.get 0`),
  finite(
    'loop-in-a-loop',
    5,
    `(local i32 i32) (loop $a (local.set 0 (i32.const 0)) (loop $b ${again('$b', 5)})
      (br_if $a (i32.lt_u (local.tee 1 (i32.add (local.get 1) (i32.const 1))) (i32.const 5)))) local.get 1`,
  ),
  finite(
    'loop-left-from-within',
    9,
    `(local i32) (block $out (loop $l (br_if $out (i32.eq ${next} (i32.const 9))) (br $l))) local.get 0`,
  ),
  finite('loop-by-a-table', 2, `(local i32) (block $out (loop $l (br_table $l $l $out ${next}))) local.get 0`),
  finite('recursion', 13, 'i32.const 7 call $fib', fib),
  finite('deep-recursion', 4, 'i32.const 40 call $down', down('call')),
  finite('tail-calls', 4, 'i32.const 40 call $down', down('return_call')),
  finite(
    'calls-through-a-table',
    8,
    `(local i32) (loop (drop (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0))) ${again('0', 8)}) local.get 0`,
    '(func $f (param i32) (result i32) local.get 0) (table 1 funcref) (elem (i32.const 0) $f)',
  ),
  finite('calls-of-the-host', 10, `(local i32) (loop (drop (call $count)) ${again('0', 10)}) local.get 0`, count),
  finite(
    'calls-of-the-host-that-count',
    20,
    `(local i32 i32) (loop (local.set 1 (i32.add (local.get 1) (call $count))) ${again('0', 10)}) local.get 1`,
    count,
  ),
  finite(
    'start-function',
    12,
    `(global.get $n)`,
    `(global $n (mut i32) (i32.const 0))
    (func $f (local i32) (loop ${again('0', 12)}) (global.set $n (local.get 0))) (start $f)`,
  ),
  finite(
    'start-function-and-loop',
    18,
    `(local i32) (loop ${again('0', 6)}) (i32.add (global.get $n) (local.get 0))`,
    `(global $n (mut i32) (i32.const 0))
     (func $f (local i32) (loop ${again('0', 12)}) (global.set $n (local.get 0))) (start $f)`,
  ),
  finite(
    'memory',
    36,
    `(local i32) (loop
      (i32.store (i32.mul (local.get 0) (i32.const 4)) (local.get 0)) ${again('0', 10)})
      (i32.mul (i32.load (i32.const 16)) (i32.load (i32.const 36)))`,
    '(memory 1)',
  ),
  finite(
    'memory-that-is-filled',
    3,
    '(memory.fill (i32.const 0) (i32.const 3) (i32.const 1000)) (i32.load8_u (i32.const 999))',
    '(memory 1)',
  ),
  finite(
    'memory-that-is-copied',
    3,
    `(memory.fill (i32.const 0) (i32.const 3) (i32.const 100))
    (memory.copy (i32.const 500) (i32.const 0) (i32.const 100)) (i32.load8_u (i32.const 599))`,
    '(memory 1)',
  ),
  finite(
    'arms',
    3,
    `(local i32 i32) (loop
      (if (i32.and (local.get 0) (i32.const 1))
        (then (local.set 1 (i32.add (local.get 1) (i32.const 1)))) (else nop nop nop)) ${again('0', 7)}) local.get 1`,
  ),
  finite('floats', 12, '(i32.trunc_f64_s (f64.sqrt (f64.const 144)))'),
  finite('vectors', 10, '(i32x4.extract_lane 3 (i32x4.add (v128.const i32x4 1 2 3 4) (i32x4.splat (i32.const 6))))'),
  finite(
    'early-return',
    6,
    `(local i32) (loop (if (i32.eq ${next} (i32.const 6)) (then (return (local.get 0)))) (br 0)) unreachable`,
  ),
];

/** Some hosts have a price for every byte that they give. */
export const growingGuests: readonly Finite[] = [
  finite(
    'memory-that-grows',
    4,
    `(local i32) (loop (drop (memory.grow (i32.const 1))) ${again('0', 3)}) memory.size`,
    '(memory 1 8)',
  ),
  finite(
    'memory-that-grows-no-further',
    2,
    `(local i32) (loop (drop (memory.grow (i32.const 1))) ${again('0', 9)}) memory.size`,
    '(memory 1 2)',
  ),
  finite(
    'table-that-grows',
    5,
    '(drop (table.grow $t (ref.null func) (i32.const 3))) (table.size $t)',
    '(table $t 2 funcref)',
  ),
];
