import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from './byte-reader.ts';
import { readValueType } from './value-type.ts';

export interface FunctionType {
  readonly params: readonly number[];
  readonly results: readonly number[];
}

/** The size of a memory, in pages, or of a table, in elements. */
export interface Limits {
  readonly min: number;
  readonly max: number | undefined;
  readonly is64: boolean;
}

const noTypes: readonly number[] = [];
export const noType: FunctionType = { params: noTypes, results: noTypes };

export function readFunctionType(reader: ByteReader): FunctionType {
  const offset = reader.at;
  const form = reader.u8();
  if (form === 0x4e || form === 0x4f || form === 0x50 || form === 0x5e || form === 0x5f) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'gc' });
  } else if (form === 0x5d) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'stack-switching' });
  } else if (form !== 0x60) reader.malformed('a type that is no function type');
  return { params: readTypes(reader, 'params'), results: readTypes(reader, 'results') };
}

function readTypes(reader: ByteReader, what: 'params' | 'results'): readonly number[] {
  const count = reader.count(what);
  if (count === 0) return noTypes;
  const types: number[] = [];
  for (let i = 0; i < count && reader.fault === undefined; i++) types.push(readValueType(reader));
  return types;
}

export function typeAt(reader: ByteReader, types: readonly FunctionType[], index: number): FunctionType {
  const type = types[index];
  if (type === undefined) reader.invalid();
  return type ?? noType;
}

export function readMemory(reader: ByteReader, uses: Set<OptionalFeature>): Limits {
  const limits = readLimits(reader, 'memory64', uses);
  if (!limits.is64 && Math.max(limits.min, limits.max ?? 0) > 65_536) reader.invalid();
  return limits;
}

export function readTable(reader: ByteReader, uses: Set<OptionalFeature>): Limits {
  const offset = reader.at;
  if (reader.bytes[offset] === 0x40) {
    // A table with an initialiser.
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'function-references' });
  } else readValueType(reader);
  return readLimits(reader, 'table64', uses);
}

export function readGlobalType(reader: ByteReader): void {
  readValueType(reader);
  const offset = reader.at;
  const flags = reader.u8();
  // The next flag is for globals that threads share.
  if (flags === 2 || flags === 3) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'threads' });
  else if (flags > 1) reader.malformed('an unknown kind of global');
}

function readLimits(reader: ByteReader, wide: OptionalFeature, uses: Set<OptionalFeature>): Limits {
  const offset = reader.at;
  const flags = reader.u8();
  if (flags > 7) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'custom-page-sizes' });
  if ((flags & 2) !== 0) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'threads' });
  const is64 = (flags & 4) !== 0;
  if (is64) uses.add(wide);
  const min = is64 ? reader.u64() : reader.u32();
  const max = (flags & 1) === 0 ? undefined : is64 ? reader.u64() : reader.u32();
  if (max !== undefined && min > max) reader.invalid();
  return { min, max, is64 };
}

const page = 65_536;

/** The bytes that a memory can ever have; what 64 bits cannot say is beyond every access. */
export function mostBytes({ max, is64 }: Limits): number {
  const pages = max ?? (is64 ? 2 ** 48 : page);
  return pages >= 2 ** 48 ? Number.POSITIVE_INFINITY : pages * page;
}
