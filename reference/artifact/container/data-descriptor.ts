import type { ByteReader } from './byte-reader.ts';
import type { CentralRecord } from './central-record.ts';

/** The record behind the data of an entry that was written before its size was known. */
export interface Descriptor {
  readonly length: number;
  readonly agrees: boolean;
}

const signature = 0x08074b50;
const signedLength = 16;
const plainLength = 12;
/** A gap of such a length behind the data is a descriptor that lies; the longer ones have 64-bit sizes. */
const possibleLengths = [signedLength, plainLength, 24, 20];

/** Looks between the end of the data and the next record; undefined where nothing there can be a descriptor. */
export function findDescriptor(
  reader: ByteReader,
  record: CentralRecord,
  dataEnd: number,
  next: number,
): Descriptor | undefined {
  const room = next - dataEnd;
  if (room >= signedLength && reader.starts(signature, dataEnd, signedLength) && holds(reader, record, dataEnd + 4)) {
    return { length: signedLength, agrees: true };
  }
  if (room >= plainLength && holds(reader, record, dataEnd)) return { length: plainLength, agrees: true };
  return possibleLengths.includes(room) ? { length: room, agrees: false } : undefined;
}

function holds(reader: ByteReader, record: CentralRecord, at: number): boolean {
  return (
    reader.u32(at) === record.crc32 &&
    reader.u32(at + 4) === record.compressedSize &&
    reader.u32(at + 8) === record.size
  );
}
