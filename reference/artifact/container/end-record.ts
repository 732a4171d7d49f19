import type { ByteReader } from './byte-reader.ts';

/** The record that says where the central directory is; a file may hold several that could be meant. */
export interface EndRecord {
  readonly at: number;
  readonly end: number;
  /** Of this record and of the directory alike. */
  readonly disk: number;
  readonly entriesOnDisk: number;
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
}

export const endSignature = 0x06054b50;
const fixedLength = 22;
const locatorSignature = 0x07064b50;
const locatorLength = 20;

/** ART-ZIP: every end record that fits into the file and speaks of one whole archive, from the last to the first. */
export function* endRecords(reader: ByteReader): Generator<EndRecord> {
  // Not `lastIndexOf`: it costs a call for each of the sixteen million signatures that fit into 64 MiB.
  for (let at = reader.length - fixedLength; at >= 0; at--) {
    if (reader.bytes[at] !== firstByte || reader.u32(at) !== endSignature) continue;
    const end = at + fixedLength + reader.u16(at + 20);
    if (end <= reader.length && reader.u16(at + 4) === reader.u16(at + 6)) yield readEndRecord(reader, at, end);
  }
}

export function hasEndSignature(bytes: Buffer): boolean {
  return bytes.includes(encodedSignature);
}

/** A 64-bit end record is found through this locator, which readers look for right before the plain one. */
export function hasZip64Locator(reader: ByteReader, end: EndRecord): boolean {
  return reader.starts(locatorSignature, end.at - locatorLength, locatorLength);
}

const firstByte = endSignature & 0xff;
const encodedSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

function readEndRecord(reader: ByteReader, at: number, end: number): EndRecord {
  return {
    at,
    end,
    disk: reader.u16(at + 4),
    entriesOnDisk: reader.u16(at + 8),
    entries: reader.u16(at + 10),
    directorySize: reader.u32(at + 12),
    directoryOffset: reader.u32(at + 16),
  };
}
