import type { OptionalFeature } from '../failure.ts';
import type { ByteReader } from './byte-reader.ts';
import { bulkIndices, kind } from './opcodes.ts';
import { readBlockType, readReferenceType, readValueType } from './value-type.ts';

export interface MemoryShape {
  readonly is64: boolean;
  /** The bytes it can ever have. */
  readonly mostBytes: number;
}

/** Passes over what follows an operator that is copied as it stands. */
export function skipImmediates(reader: ByteReader, operatorKind: number): void {
  switch (operatorKind) {
    case kind.index:
    case kind.call:
    case kind.returnCall:
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
      if (reader.u32() !== 1) reader.malformed('a select of other than one type');
      readValueType(reader);
      return;
    case kind.refNull:
      readReferenceType(reader);
      return;
    case kind.callIndirect:
    case kind.returnCallIndirect:
      reader.u32();
      reader.u32();
      return;
    case kind.block:
    case kind.loop:
    case kind.if:
      readBlockType(reader);
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
    reader.malformed('an access without a memory');
    return false;
  }
  const offset = memory.is64 ? reader.u64() : reader.u32();
  // An offset beyond 32 bits is added to the address first, and only the width is left to compare.
  return (offset > 0xffff_ffff ? width : offset + width) > memory.mostBytes;
}

/** The number of an operator behind the bulk prefix, with its indices passed over; `first` is the first of them. */
export function readBulk(reader: ByteReader): { readonly number: number; readonly first: number } {
  const offset = reader.at - 1;
  const number = reader.u32();
  const indices = bulkIndices[number];
  if (indices === undefined) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'unknown-opcode' });
    return { number, first: 0 };
  }
  const first = indices > 0 ? reader.u32() : 0;
  if (indices > 1) reader.u32();
  return { number, first };
}
