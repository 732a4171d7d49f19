import type { ByteReader } from './byte-reader.ts';

const numbersAndVectors = 0x7b;
export const i32 = 0x7f;
export const i64 = 0x7e;
export const funcref = 0x70;
const externref = 0x6f;

/** A type of the profile: i32, i64, f32, f64, v128 or funcref. */
export function readValueType(reader: ByteReader): number {
  const offset = reader.at;
  const type = reader.u8();
  if ((type >= numbersAndVectors && type <= i32) || type === funcref) return type;
  refuseType(reader, type, offset);
  return type;
}

export function readReferenceType(reader: ByteReader): void {
  const offset = reader.at;
  const type = reader.u8();
  if (type !== funcref) refuseType(reader, type, offset);
}

/** The type of a block: none, one value, or a function type, whose index is answered. */
export function readBlockType(reader: ByteReader): number | undefined {
  const { at, bytes } = reader;
  const first = bytes[at] ?? 0;
  if (first >= 0x40 && first < 0x80) {
    if (first === 0x40) reader.at++;
    else readValueType(reader);
    return undefined;
  }
  reader.signed(33);
  if ((bytes[reader.at - 1] ?? 0) >= 0x40) reader.malformed('a block type that is no index');
  let index = 0;
  for (let i = reader.at - 1; i >= at && reader.fault === undefined; i--)
    index = index * 128 + ((bytes[i] ?? 0) & 0x7f);
  return index;
}

function refuseType(reader: ByteReader, type: number, offset: number): void {
  if (type === externref) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'externref' });
  else if (type === 0x63 || type === 0x64) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'function-references' });
  } else if (type === 0x68 || type === 0x75) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'stack-switching' });
  } else if (type >= 0x65 && type <= 0x78) {
    reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'gc' });
  } else reader.malformed('an unknown type');
}
