import { crc32 } from 'node:zlib';
import { limits } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { type NormalPath, parsePath } from '../../text/path.ts';
import type { ByteReader } from './byte-reader.ts';
import type { CentralDirectory } from './central-directory.ts';
import { type CentralRecord, decodeName } from './central-record.ts';
import { flagBits } from './flag-bits.ts';
import { inflate } from './inflate.ts';
import { readLocalHeader } from './local-header.ts';

/** What an entry really holds, whatever its headers say. */
export interface RealSize {
  readonly size: number;
  readonly compressedSize: number;
  /** Whether its compressed data has an end of its own. */
  readonly isFinished: boolean;
}

interface DecodedEntries {
  readonly entries: ReadonlyMap<NormalPath, Uint8Array>;
  /** Of the files alone: directories are not unpacked, nor is a record that a later one of the same name replaces. */
  readonly realSizes: ReadonlyMap<CentralRecord, RealSize>;
}

/** ART-DECODE-ORDER: the checks of shipping software in its order, entry by entry as the central directory has them. */
export function decodeEntries(reader: ByteReader, directory: CentralDirectory): Result<DecodedEntries> {
  const records = lastOfEachName(directory.records);
  // ART-ENTRY-COUNT: names count, not records; directories count as well.
  if (records.length > limits.entries) {
    return fail({ code: 'artifact.too-many-entries', actual: records.length, limit: limits.entries });
  }
  const entries = new Map<NormalPath, Uint8Array>();
  const realSizes = new Map<CentralRecord, RealSize>();
  let total = 0;
  let consumed = 0;
  for (const record of records) {
    const name = decodeName(record);
    const packed = findData(reader, directory, record, name);
    if (!packed.ok) return packed;
    // ART-DIRECTORIES: neither name nor content of a directory matters here, nor does it count as content.
    if (isDirectoryName(name)) continue;
    const path = parsePath(name);
    if (!path.ok) return path;
    const entry = unpack(packed.value, { record, path: path.value, total });
    if (!entry.ok) return entry;
    total += entry.value.content.length;
    if (entries.has(path.value)) return fail({ code: 'artifact.duplicate-entry', name: path.value });
    entries.set(path.value, entry.value.content);
    realSizes.set(record, {
      size: entry.value.content.length,
      compressedSize: entry.value.consumed,
      isFinished: entry.value.isFinished,
    });

    if (record.method === deflated) consumed += entry.value.consumed;
    // ART-NO-OVERLAP: reading more than there is means reading bytes twice, and streams that yield nothing would let
    // 256 records each walk through the whole file.
    if (consumed > reader.length + total) return fail({ code: 'artifact.overlap', name: path.value });
  }
  return ok({ entries, realSizes });
}

export function isDirectoryName(name: string): boolean {
  return name.endsWith('/') || name.endsWith('\\');
}

const stored = 0;
const deflated = 8;

/** A later record silently replaces an earlier one of the same name, and takes its place in the order. */
function lastOfEachName(records: readonly CentralRecord[]): readonly CentralRecord[] {
  const byName = new Map<string, CentralRecord>();
  for (const record of records) byName.set((record.newName ?? record.rawName).toString('latin1'), record);
  return [...byName.values()];
}

function findData(
  reader: ByteReader,
  directory: CentralDirectory,
  record: CentralRecord,
  name: string,
): Result<Uint8Array> {
  const local = readLocalHeader(reader, record.offset + directory.shift);
  if (local === undefined) return fail({ code: 'artifact.not-zip', detail: 'a record points to no local header' });
  // ART-ENCRYPTION, ART-METHODS: these hold for directories too.
  if ((record.flags & flagBits.encrypted) !== 0 || record.hasAesField) {
    return fail({ code: 'artifact.encrypted', name });
  }
  const { method } = record;
  if (method !== stored && method !== deflated) return fail({ code: 'artifact.unsupported-method', name, method });
  return ok(reader.slice(local.dataStart, record.compressedSize));
}

interface Unpacking {
  readonly record: CentralRecord;
  readonly path: NormalPath;
  /** Bytes of the entries before this one. */
  readonly total: number;
}

interface Unpacked {
  readonly content: Uint8Array;
  readonly consumed: number;
  readonly isFinished: boolean;
}

function unpack(packed: Uint8Array, { record, path, total }: Unpacking): Result<Unpacked> {
  const limit = limits.entryBytes;
  if (record.size > limit) return fail({ code: 'artifact.entry-too-large', name: path, actual: record.size, limit });
  // ART-SIZE: once the limit is reached exactly, not even an empty file may follow.
  if (total >= limits.artifactBytes) return tooLarge(total);
  const remaining = limits.artifactBytes - total;
  if (record.size > remaining) return tooLarge(total + record.size);

  const most = Math.min(limit, remaining);
  const unpacked = record.method === stored ? asItIs(packed, most) : inflate(packed, record.size, most);
  if (unpacked.kind === 'broken') return fail({ code: 'artifact.corrupt-entry', name: path, detail: unpacked.detail });
  if (unpacked.kind === 'too-long') {
    if (remaining < limit) return tooLarge(total + most + 1);
    return fail({ code: 'artifact.entry-too-large', name: path, actual: most + 1, limit });
  }
  if (crc32(unpacked.content) !== record.crc32) {
    return fail({ code: 'artifact.corrupt-entry', name: path, detail: 'its checksum does not match' });
  }
  return ok(unpacked);
}

function asItIs(packed: Uint8Array, most: number) {
  if (packed.length > most) return { kind: 'too-long' } as const;
  return { kind: 'whole', content: packed, consumed: packed.length, isFinished: true } as const;
}

function tooLarge(actual: number) {
  return fail({ code: 'artifact.too-large', actual, limit: limits.artifactBytes });
}
