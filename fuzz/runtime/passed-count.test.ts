import { expect, test } from 'vitest';
import { toBinary } from '#reference/runtime/text/to-binary.ts';
import { capabilityModule } from '#spec/constants.ts';
import type { TrapClass } from '#spec/runtime.ts';
import { runGuest, twoHosts } from './guest.ts';

/**
 * Where the count of the fuel goes from one function to the next, and out of loops. What is consumed, and how a run
 * ends, is what Wasmtime 44 says.
 */
type Row = readonly [what: string, text: string, ending: number | TrapClass, consumed: bigint];

const alone = (text: string) => `(module ${text})`;
const withHost = (text: string) =>
  alone(`
    (import "${capabilityModule}" "http-count" (func $count (result i32)))
    (import "${capabilityModule}" "http-handle" (func $handle (param i32) (result i32)))
    ${text}`);

const rows: readonly Row[] = [
  [
    'a host function called through a table',
    withHost(
      `(table funcref (elem $count $f)) (func $f (result i32) i32.const 5) (func (export "run") (result i32) (i32.add (call_indirect (result i32) (i32.const 0)) (call_indirect (result i32) (i32.const 1))))`,
    ),
    7,
    8n,
  ],
  [
    'a host function with a parameter called through a table',
    withHost(
      `(type $t (func (param i32) (result i32))) (table funcref (elem $handle $f)) (func $f (param i32) (result i32) local.get 0) (func (export "run") (result i32) (i32.add (call_indirect (type $t) (i32.const 1) (i32.const 0)) (call_indirect (type $t) (i32.const 7) (i32.const 1))))`,
    ),
    10_008,
    10n,
  ],
  [
    'a host function in a slot of another type',
    withHost(
      `(table funcref (elem $count)) (func (export "run") (result i32) (call_indirect (param i32) (result i32) (i32.const 1) (i32.const 0)))`,
    ),
    'indirect-call',
    4n,
  ],
  [
    'a reference to a host function in a global',
    withHost(
      `(table 2 funcref) (global $g funcref (ref.func $count)) (func (export "run") (result i32) (table.set (i32.const 1) (global.get $g)) (call_indirect (result i32) (i32.const 1)))`,
    ),
    2,
    6n,
  ],
  [
    'a reference to a host function in code',
    withHost(
      `(table 2 funcref) (elem declare func $handle) (func (export "run") (result i32) (table.set (i32.const 1) (ref.func $handle)) (call_indirect (param i32) (result i32) (i32.const 1) (i32.const 1)))`,
    ),
    10_001,
    7n,
  ],
  [
    'a host function in elements that are expressions',
    withHost(
      `(table 3 funcref) (elem $e funcref (ref.null func) (ref.func $count) (ref.func $f)) (func $f (result i32) i32.const 9) (func (export "run") (result i32) (table.init $e (i32.const 0) (i32.const 0) (i32.const 3)) (i32.add (call_indirect (result i32) (i32.const 1)) (call_indirect (result i32) (i32.const 2))))`,
    ),
    11,
    12n,
  ],
  [
    'a host function called in the last place',
    withHost(
      `(func $f (result i32) return_call $count) (func (export "run") (result i32) (i32.add (call $f) (i32.const 1)))`,
    ),
    3,
    6n,
  ],
  [
    'a host function called in the last place through a table',
    withHost(
      `(table funcref (elem $handle)) (func $f (param i32) (result i32) (return_call_indirect (param i32) (result i32) (local.get 0) (i32.const 0))) (func (export "run") (result i32) (call $f (i32.const 1)))`,
    ),
    10_001,
    7n,
  ],
  [
    'a trap behind what a callee consumed',
    alone(
      `(func $f (result i32) i32.const 0 i32.const 1 drop) (func (export "run") (result i32) (i32.div_u (i32.const 1) (call $f)))`,
    ),
    'division-by-zero',
    6n,
  ],
  [
    'a trap in one arm behind a call',
    alone(
      `(memory 1) (func $f (result i32) i32.const 1) (func (export "run") (result i32) (call $f) (if (result i32) (then (i32.load (i32.const -1))) (else (i32.const 2))))`,
    ),
    'memory-bounds',
    4n,
  ],
  [
    'a trap behind an if without else behind a call',
    alone(
      `(func $f (result i32) i32.const 0) (func (export "run") (result i32) (call $f) (if (then (nop) (drop (i32.const 1)))) (i32.div_u (i32.const 1) (i32.const 0)))`,
    ),
    'division-by-zero',
    4n,
  ],
  [
    'a trap in a callee before anything else',
    alone(
      `(func $f (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0))) (func (export "run") (result i32) (drop (i32.const 5)) (call $f (i32.const 0)))`,
    ),
    'division-by-zero',
    4n,
  ],
  [
    'a trap in a callee of a callee',
    alone(
      `(memory 1) (func $g (param i32) (result i32) (i32.load (local.get 0))) (func $f (param i32) (result i32) (drop (i32.const 4)) (call $g (local.get 0))) (func (export "run") (result i32) (drop (i32.const 5)) (call $f (i32.const -1)))`,
    ),
    'memory-bounds',
    8n,
  ],
  [
    'a branch out of a tight loop, behind one out of its block',
    alone(
      `(func (export "run") (result i32) (local i32) (block $out (result i32) (loop $l (block $b (local.set 0 (i32.add (local.get 0) (i32.const 1))) (br_if $b (i32.lt_u (local.get 0) (i32.const 5))) (br $out (local.get 0))) (br $l)) (unreachable)))`,
    ),
    5,
    47n,
  ],
  [
    'a tight loop with a result',
    alone(
      `(func (export "run") (result i32) (local i32) (i32.add (i32.const 100) (loop $l (result i32) (local.set 0 (i32.add (local.get 0) (i32.const 1))) (br_if $l (i32.lt_u (local.get 0) (i32.const 9))) (local.get 0))))`,
    ),
    109,
    76n,
  ],
  [
    'a return from a tight loop above other operands',
    alone(
      `(func $f (result i32) (local i32) (i32.const 1) (i32.const 2) (loop $l (local.set 0 (i32.add (local.get 0) (i32.const 1))) (if (i32.gt_u (local.get 0) (i32.const 6)) (then (return (local.get 0)))) (br $l)) (i32.add)) (func (export "run") (result i32) (call $f))`,
    ),
    7,
    68n,
  ],
  [
    'a tight loop within a loop, left by both',
    alone(
      `(func (export "run") (result i32) (local $i i32) (local $j i32) (local $n i32) (block $out (loop $o (local.set $j (i32.const 0)) (loop $l (local.set $n (i32.add (local.get $n) (i32.const 1))) (br_if $out (i32.gt_u (local.get $n) (i32.const 40))) (local.set $j (i32.add (local.get $j) (i32.const 1))) (br_if $l (i32.lt_u (local.get $j) (i32.const 7))) (br_if $o (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 9)))))) (local.get $n))`,
    ),
    41,
    697n,
  ],
  [
    'blocks of an indexed type',
    alone(
      `(func (export "run") (result i32) (i32.const 3) (i32.const 4) (block (param i32 i32) (result i32 i32) (i32.add) (i32.const 2)) (i32.mul) (loop (param i32) (result i32) (i32.const 1) (i32.sub)) (i32.const 0) (if (param i32) (result i32) (then (i32.const 9) (i32.add)) (else (i32.const 8) (i32.add))))`,
    ),
    21,
    12n,
  ],
  [
    'results of many types',
    alone(
      `(func $f (param f64 i64) (result f64 i32 i64) (local.get 0) (i32.const 6) (local.get 1)) (func (export "run") (result i32) (local f64 i32) (call $f (f64.const 1.5) (i64.const 7)) (drop) (local.set 1) (local.set 0) (i32.add (local.get 1) (i32.trunc_f64_s (local.get 0))))`,
    ),
    7,
    14n,
  ],
  [
    'an if that ends a function above another operand',
    alone(
      `(func $f (param i32) (result i32 i32) (i32.const 5) (local.get 0) (if (result i32) (then (i32.const 1)) (else (i32.const 2)))) (func (export "run") (result i32) (i32.add (call $f (i32.const 0))))`,
    ),
    7,
    9n,
  ],
  [
    'a start function that consumes',
    alone(
      `(global $g (mut i32) (i32.const 0)) (func $s (global.set $g (i32.const 8))) (start $s) (func (export "run") (result i32) (global.get $g))`,
    ),
    8,
    5n,
  ],
  [
    'dead code that nothing fits to',
    alone(
      `(func $f (result i32) (block (result i64) (if (result i32) (i32.const 1) (then (return (i32.const 3))) (else (return (i32.const 4)))) (i64.extend_i32_u)) (i32.wrap_i64)) (func (export "run") (result i32) (call $f))`,
    ),
    3,
    6n,
  ],
];

async function end(text: string, fuel: bigint) {
  const binary = await toBinary(new TextEncoder().encode(text));
  if (!binary.ok) throw new Error(JSON.stringify(binary.failure));
  const { outcome, fuelLeft } = runGuest(binary.value, { fuel, grants: twoHosts });
  const cause = outcome.kind === 'stopped' ? outcome.cause : undefined;
  return {
    ending: outcome.kind === 'finished' ? outcome.exitCode : cause?.kind === 'trap' ? cause.trap : cause?.kind,
    consumed: fuel - fuelLeft,
  };
}

test.each(rows)('%s (FUEL-PUBLISHED)', async (_, text, ending, consumed) => {
  expect(await end(text, 1_000_000n)).toEqual({ ending, consumed });
});

/** A parameter more for the count; the guest's first local makes way for it, and comes behind its others. */
function withParameters(count: number): string {
  const [first, second, third] = [count, count + 1, count + 2];
  return alone(`
    (func $f (param ${'i32 '.repeat(count)}) (result i32) (local i32 i64 i32)
      (local.set ${first} (local.get ${count - 1}))
      (local.set ${third} (i32.const 30))
      (local.set ${second} (i64.const 400))
      (i32.add
        (i32.add (local.get ${first}) (local.tee ${first} (local.get ${third})))
        (i32.add (i32.wrap_i64 (local.get ${second})) (local.get ${first}))))
    (func (export "run") (result i32) (call $f ${'(i32.const 7) '.repeat(count)}))`);
}

test.each([1, 126, 127, 128, 999, 1000])(
  'a function with %i parameters and three locals (FUEL-ENTRY)',
  async (count) => {
    expect(await end(withParameters(count), 1_000_000n)).toEqual({ ending: 467, consumed: BigInt(count) + 18n });
  },
);
