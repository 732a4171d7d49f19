import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from './byte-reader.ts';
import { bulkIndices, excludedBulk, kind } from './opcodes.ts';
import { readReferenceType, readValueType } from './value-type.ts';

export interface MemoryShape {
  readonly is64: boolean;
  /** The bytes it can ever have. */
  readonly mostBytes: number;
}

/** Passes over what follows an operator that is copied as it stands. */
export function skipImmediates(reader: ByteReader, operatorKind: number): void {
  switch (operatorKind) {
    case kind.index:
    case kind.refFunc:
    case kind.memorySize:
      reader.u32();
      return;
    case kind.i32:
      reader.signed(32);
      return;
    case kind.i64:
      reader.signed(64);
      return;
    case kind.f32:
      reader.skip(4);
      return;
    case kind.f64:
      reader.skip(8);
      return;
    case kind.selectTyped:
      if (reader.u32() !== 1) reader.invalid();
      readValueType(reader);
      return;
    case kind.refNull:
      readReferenceType(reader);
      return;
  }
}

/** Whether an access of so many bytes lies outside of its memory whatever the address is. */
export function readAccess(
  reader: ByteReader,
  width: number,
  memories: readonly MemoryShape[],
  uses: Set<OptionalFeature>,
): boolean {
  const flags = reader.u32();
  if (flags >= 0x80) reader.malformed('an alignment too large');
  const named = (flags & 0x40) !== 0;
  if (named) uses.add('multi-memory');
  const memory = memories[named ? reader.u32() : 0];
  if (memory === undefined) {
    reader.invalid();
    return false;
  }
  const offset = memory.is64 ? reader.u64() : reader.u32();
  // An offset beyond 32 bits is added to the address first, and only the width is left to compare.
  return (offset > 0xffff_ffff ? width : offset + width) > memory.mostBytes;
}

/** The number of an operator behind the bulk prefix, with its indices passed over. */
export function readBulk(reader: ByteReader): {
  readonly number: number;
  readonly first: number;
  readonly second: number;
} {
  const offset = reader.at - 1;
  const number = reader.u32();
  const indices = bulkIndices[number];
  if (indices === undefined) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: excludedBulk(number) });
    return { number, first: 0, second: 0 };
  }
  const first = indices > 0 ? reader.u32() : 0;
  const second = indices > 1 ? reader.u32() : 0;
  return { number, first, second };
}
