import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '#spec/constants.ts';
import type { ArchiveExpectation } from '../case.ts';

/** Where a built archive differs from what a case expects of it; undefined where it does not. */
export function archiveMismatch(archive: Uint8Array, expected: ArchiveExpectation): string | undefined {
  const entries = openArchive(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength));
  if (entries === undefined) return 'archive that can be read';
  const wanted = new Map(Object.entries(expected.entries));
  const missing = [...wanted.keys()].find((name) => !entries.some((entry) => entry.name === name));
  if (missing !== undefined) return `archive: no entry ${missing}`;
  for (const { name, content } of entries) {
    const hash = wanted.get(name);
    if (hash === undefined) return `archive: entry ${name}`;
    if (hash !== null && hash !== sha256(content)) return `archive: content of ${name}`;
  }
  if (entries.length !== wanted.size) return 'archive: number of entries';
  return expected.plain === true ? notPlain(entries) : undefined;
}

interface OpenedEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** The fixed fields that a plain archive has alike in every record, and the one that depends on the name. */
  readonly isPlain: boolean;
}

/** The smallest reader that tells what a builder wrote; the bytes come from a subject, so it gives up where they lead astray. */
function openArchive(bytes: Buffer): readonly OpenedEntry[] | undefined {
  const end = bytes.lastIndexOf(endSignature);
  if (end === -1 || end + endLength > bytes.length) return undefined;
  const entries: OpenedEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + centralLength > end || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const entry = openEntry(bytes, at);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += centralLength + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const endLength = 22;
const centralLength = 46;
const localLength = 30;

function openEntry(bytes: Buffer, at: number): OpenedEntry | undefined {
  const rawName = bytes.subarray(at + centralLength, at + centralLength + bytes.readUInt16LE(at + 28));
  const local = bytes.readUInt32LE(at + 42);
  if (local + localLength > at) return undefined;
  const start = local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const content = unpack(bytes.readUInt16LE(at + 10), bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
  if (content === undefined || crc32(content) !== bytes.readUInt32LE(at + 16)) return undefined;
  const flags = rawName.some((byte) => byte > 0x7f) ? 0x0800 : 0;
  const isPlain = sharedFields(bytes, at).every((value, index) => value === [...plainFields, flags][index]);
  return { name: rawName.toString('utf8'), content, isPlain };
}

/** Made by, version needed, method, time, date, extra length, comment length, disk, attributes; then the flags. */
const plainFields = [0x0314, 20, 8, 0, 0x21, 0, 0, 0, 0, 0x81a40000];

function sharedFields(bytes: Buffer, at: number): readonly number[] {
  const short = [4, 6, 10, 12, 14, 30, 32, 34, 36].map((offset) => bytes.readUInt16LE(at + offset));
  return [...short, bytes.readUInt32LE(at + 38), bytes.readUInt16LE(at + 8)];
}

function unpack(method: number, packed: Uint8Array): Uint8Array | undefined {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: limits.entryBytes });
  } catch {
    return undefined;
  }
}

function notPlain(entries: readonly OpenedEntry[]): string | undefined {
  const odd = entries.find(({ isPlain }) => !isPlain);
  if (odd !== undefined) return `archive: fields of ${odd.name}`;
  const names = entries.map(({ name }) => Buffer.from(name));
  const sorted = names.toSorted(Buffer.compare);
  return names.every((name, index) => name === sorted[index]) ? undefined : 'archive: order of entries';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
