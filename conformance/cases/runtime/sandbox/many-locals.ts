import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running, wat } from '../given.ts';
import * as many from './many.ts';

const proves = ['RT-PROFILE'] as const;

/** The first of so many locals, one from the middle, and the last, each with a value of its own. */
function threeOf(count: number): string {
  const middle = count >> 1;
  const last = count - 1;
  return `(local ${'i32 '.repeat(count)})
    (local.set 0 (i32.const 1)) (local.set ${middle} (i32.const 20)) (local.set ${last} (i32.const 300))
    (i32.add (i32.add (local.get 0) (local.get ${middle})) (local.tee ${last} (local.get ${last})))`;
}

const mixed = `(module (func $f (param i64 i32) (result i32) (local i32) (local i64 f32) (local f64)
    (local.set 2 (i32.const 4)) (local.set 3 (i64.const 30)) (local.set 5 (f64.const 200))
    (i32.wrap_i64 (local.get 0)) (local.get 1) (local.get 2) (i32.wrap_i64 (local.get 3))
    (i32.trunc_f32_s (local.get 4)) (i32.trunc_f64_s (local.get 5))
    i32.add i32.add i32.add i32.add i32.add)
  (func (export "run") (result i32) (call $f (i64.const 1000) (i32.const 50000))))`;

/** Locals keep their values, whichever index they have and however many there are. */
export const manyLocals: readonly Case[] = [
  ...[3, 128, 129, 200, 20_000].map((count) =>
    accepted(`runtime/locals-${count}`, proves, running(body(threeOf(count))), ended(321)),
  ),
  accepted('runtime/locals-of-all-types', proves, running(wat(mixed)), ended(51_234)),
  accepted('runtime/caps-nested-ten-thousand', ['RT-CAPS'], running(many.nestedBlocks(10_000)), ended(42)),
];
