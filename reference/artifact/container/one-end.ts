import type { Failure } from '#spec/failure.ts';
import type { ByteReader } from './byte-reader.ts';
import type { CentralDirectory } from './central-directory.ts';
import { centralSignature } from './central-record.ts';
import { hasEndSignature, hasZip64Locator } from './end-record.ts';
import type { Entry } from './entry.ts';

/** ART-ONE-END: readers choose among end records and believe different numbers; so there is one, and it is true. */
export function refuseAmbiguousEnd(reader: ByteReader, directory: CentralDirectory): Failure | undefined {
  const { endRecord, start, end, records } = directory;
  if (hasEndSignature(reader.bytes.subarray(endRecord.at + 1))) return ambiguous('another one follows it');
  if (endRecord.disk !== 0 || records.some((record) => record.disk !== 0)) return ambiguous('a disk number is not 0');
  if (endRecord.entriesOnDisk !== endRecord.entries) return ambiguous('its two numbers of entries differ');
  if (reader.starts(centralSignature, end, 4)) return ambiguous('it counts fewer entries than there are');
  // Offsets that do not count bytes before the archive break ART-NO-HIDDEN-BYTES too; this rule comes first.
  // A locator says that the numbers are somewhere else, which is for ART-NO-ZIP64 to refuse.
  if (hasZip64Locator(reader, endRecord)) return undefined;
  if (endRecord.directoryOffset !== start) return ambiguous('the directory does not stand where it says');
  if (endRecord.directorySize !== end - start || end > endRecord.at) return ambiguous('the directory has another size');
  return undefined;
}

/** ART-NO-ZIP64: readers differ in when they believe the 64-bit fields, and an artifact is too small to need them. */
export function refuseZip64(
  reader: ByteReader,
  directory: CentralDirectory,
  entries: readonly Entry[],
): Failure | undefined {
  const { endRecord, end } = directory;
  if (hasZip64Locator(reader, endRecord)) return zip64('a 64-bit end record is announced');
  if (end < endRecord.at && reader.starts(zip64EndSignature, end, 4)) return zip64('it has a 64-bit end record');
  const hasField = entries.some(({ local }) => local.extra.hasZip64);
  return hasField ? zip64('a local header has 64-bit sizes') : undefined;
}

const zip64EndSignature = 0x06064b50;

function ambiguous(detail: string): Failure {
  return { code: 'artifact.ambiguous-end', detail };
}

function zip64(detail: string): Failure {
  return { code: 'artifact.zip64', detail };
}
