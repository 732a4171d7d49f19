import { fail, ok, type Result } from '#spec/result.ts';
import type { ByteReader } from './byte-reader.ts';
import { type CentralRecord, centralRecordLength, readCentralRecord } from './central-record.ts';
import { type EndRecord, endRecords, hasZip64Locator } from './end-record.ts';

/** The central directory that shipping software would use, and where it was found. */
export interface CentralDirectory {
  readonly endRecord: EndRecord;
  readonly start: number;
  readonly end: number;
  /** How far every offset is off, because of bytes before the archive that were not counted. */
  readonly shift: number;
  readonly records: readonly CentralRecord[];
}

/** ART-ZIP: the last end record that leads to a readable directory is the one that counts. */
export function findCentralDirectory(reader: ByteReader): Result<CentralDirectory> {
  const effort = new Effort(reader);
  let firstProblem: ReturnType<typeof fail> | undefined;
  for (const endRecord of endRecords(reader)) {
    const directory = readDirectory(reader, endRecord, effort);
    if (directory.ok || directory.failure.code !== 'artifact.not-zip') return directory;
    // ART-ONE-END: each end record may lead through the whole file, so a file full of them would take for ever.
    if (effort.isSpent) return fail({ code: 'artifact.ambiguous-end', detail: 'too many end records could be meant' });
    firstProblem ??= directory;
  }
  return firstProblem ?? notZip('it has no end record of a whole archive');
}

/**
 * What may be spent on end records that lead nowhere, counted in bytes walked through: the way through the whole file
 * once or twice, or through a small one as often as it likes.
 */
class Effort {
  #left: number;

  constructor(reader: ByteReader) {
    this.#left = 2 * reader.length + leastEffort;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }
}

const leastEffort = 1 << 20;
/** What a look at a record costs, however few bytes it has. */
const recordEffort = 64;

function readDirectory(reader: ByteReader, endRecord: EndRecord, effort: Effort): Result<CentralDirectory> {
  effort.spend(recordEffort);
  // ART-NO-ZIP64: where the 64-bit record leads is not worth knowing, since nothing that has one is accepted.
  const { entries, directorySize, directoryOffset } = endRecord;
  const isDeferred = entries === 0xffff || directorySize === 0xffffffff || directoryOffset === 0xffffffff;
  if (isDeferred && hasZip64Locator(reader, endRecord)) {
    return fail({ code: 'artifact.zip64', detail: 'its directory is found through a 64-bit end record' });
  }
  const start = findStart(reader, endRecord, effort);
  if (start === undefined) return notZip('no central directory stands where the end record says');

  const records: CentralRecord[] = [];
  let at = start;
  while (records.length < endRecord.entriesOnDisk) {
    const length = centralRecordLength(reader, at);
    if (length === undefined) return notZip('the central directory has fewer records than the end record says');
    effort.spend(recordEffort + length);
    const record = readCentralRecord(reader, at);
    if (!record.ok) return record;
    records.push(record.value);
    at += length;
  }
  return ok({ endRecord, start, end: at, shift: start - endRecord.directoryOffset, records });
}

/** Uncounted bytes before the archive move the directory towards the end, so its first record is searched that way. */
function findStart(reader: ByteReader, endRecord: EndRecord, effort: Effort): number | undefined {
  const { at, directoryOffset } = endRecord;
  if (endRecord.entries === 0) return Math.max(at, directoryOffset);
  if (directoryOffset >= at) return undefined;
  const found = reader.bytes.subarray(directoryOffset, at).indexOf(encodedSignature);
  effort.spend(found === -1 ? at - directoryOffset : found);
  return found === -1 ? undefined : directoryOffset + found;
}

const encodedSignature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

function notZip(detail: string) {
  return fail({ code: 'artifact.not-zip', detail });
}
