import type { Code } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { f32, f64, v128 } from '../value-types.ts';

const [sum, asI64, asF32, asF64, asV128] = [0, 1, 2, 3, 4] as const;

/** What a function needs to fold its results, as its only locals. */
export const digestLocals = [op.i32, op.i64, f32, f64, v128];

const i64Xor = [0x85];
const and = [0xfd, 0x4e];
const lane = (index: number): Code => [op.localGet(asV128), 0xfd, 0x1d, index];
const both = (local: number): Code => [op.localGet(local), op.localGet(local)];

const fold: Code = [op.localSet(asI64), both(asI64), op.i64Const(32), [0x88], i64Xor, op.i32WrapI64];

/**
 * How one value becomes an i32 that all its bits have a say in. What is not a number counts as zero, since its bits are
 * each engine's own affair; a vector may hold numbers of either width.
 */
const folded: Readonly<Record<number, Code>> = {
  [op.i32]: [],
  [op.i64]: fold,
  [f32]: [op.localSet(asF32), op.localGet(asF32), [0xbc], op.i32Const(0), both(asF32), [0x5b], op.select],
  [f64]: [op.localSet(asF64), op.localGet(asF64), [0xbd], op.i64Const(0), both(asF64), [0x61], op.select, fold],
  [v128]: [
    op.localSet(asV128),
    [op.localGet(asV128), both(asV128), [0xfd, 0x41], and, both(asV128), [0xfd, 0x47], and],
    op.localSet(asV128),
    [lane(0), lane(1), i64Xor, fold],
  ],
  [op.funcref]: [0xd1],
};

/** Folds what a function of this type has left on the stack into one i32. */
export function digestOfResults({ results }: { readonly results: readonly number[] }): Code {
  const each = results.toReversed().map((type): Code => {
    const add = [op.localGet(sum), op.i32Const(31), [0x6c], op.i32Add, op.localSet(sum)];
    return [folded[type] ?? op.drop, add];
  });
  return [each, op.localGet(sum)];
}
