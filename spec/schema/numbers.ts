import type { Schema } from './schema.ts';

function integer(minimum: bigint, maximum: bigint): Schema {
  return { type: 'integer', minimum, maximum };
}

const largest = (bits: bigint) => 2n ** bits - 1n;

export const u32 = integer(0n, largest(32n));
export const u64 = integer(0n, largest(64n));
export const i32 = integer(-(2n ** 31n), largest(31n));
export const i64 = integer(-(2n ** 63n), largest(63n));
