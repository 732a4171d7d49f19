import { crc32, deflateRawSync } from 'node:zlib';

/** An archive with a knob for every byte, for the tests of this folder; what is not given is as it should be. */
export interface Layout {
  readonly prefix?: Uint8Array;
  /** Whether offsets count the prefix. */
  readonly counted?: boolean;
  readonly beforeDirectory?: Uint8Array;
  readonly afterDirectory?: Uint8Array;
  readonly end?: Partial<End>;
  readonly comment?: Uint8Array;
  readonly suffix?: Uint8Array;
}

export interface File {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly method?: number;
  /** The bytes between header and descriptor; packed by the method where absent. */
  readonly packed?: Uint8Array;
  readonly before?: Uint8Array;
  /** A descriptor, say. */
  readonly after?: Uint8Array;
  readonly both?: Partial<Header>;
  readonly local?: Partial<Header>;
  readonly central?: Partial<Central>;
  /** In the file, but not in the directory. */
  readonly isHidden?: boolean;
  /** In the directory, but not in the file. */
  readonly isListedOnly?: boolean;
}

export interface Header {
  readonly signature: number;
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
}

interface Central extends Header {
  readonly madeBy: number;
  readonly disk: number;
  readonly attributes: number;
  readonly offset: number;
  readonly comment: Uint8Array;
}

interface End {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly entriesOnDisk: number;
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryOffset: number;
  readonly commentLength: number;
}

export function archiveOf(files: readonly File[], layout: Layout = {}): Buffer {
  const parts = [layout.prefix ?? none];
  const directory: Uint8Array[] = [];
  let offset = layout.counted === false ? 0 : lengthOf(parts);
  const add = (bytes: Uint8Array = none) => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const file of files) {
    add(file.before);
    if (file.isHidden !== true) directory.push(centralRecord(file, offset));
    if (file.isListedOnly !== true) add(localRecord(file));
  }
  add(layout.beforeDirectory);
  const count = directory.length;
  const comment = layout.comment ?? none;
  const end = endRecord({
    disk: 0,
    directoryDisk: 0,
    entriesOnDisk: count,
    entries: count,
    directorySize: lengthOf(directory),
    directoryOffset: offset,
    commentLength: comment.length,
    ...layout.end,
  });
  return Buffer.concat([...parts, ...directory, layout.afterDirectory ?? none, end, comment, layout.suffix ?? none]);
}

/** The bytes of an entry up to the next one. */
export function localRecord(file: File): Buffer {
  const header = headerOf(file);
  const local = { ...header, ...file.local };
  const fixed = [u32(local.signature), fieldsOf(local), local.name, local.extra];
  return Buffer.concat([...fixed, packedOf(file), file.after ?? none]);
}

export function descriptor(content: Uint8Array, packed: Uint8Array, isSigned = true): Buffer {
  const fields = [crc32(content), packed.length, content.length].map(u32);
  return Buffer.concat([...(isSigned ? [u32(0x08074b50)] : []), ...fields]);
}

export function extraField(id: number, data: Uint8Array): Buffer {
  return Buffer.concat([u16(id), u16(data.length), data]);
}

export function u16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16LE(value);
  return out;
}

export function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

const none = Buffer.alloc(0);
const slash = 0x2f;

function contentOf(file: File): Buffer {
  return Buffer.from(file.content ?? '');
}

function packedOf(file: File): Uint8Array {
  if (file.packed !== undefined) return file.packed;
  return file.method === 8 ? deflateRawSync(contentOf(file)) : contentOf(file);
}

function headerOf(file: File): Header {
  const content = contentOf(file);
  const name = Buffer.from(file.name);
  return {
    signature: 0x04034b50,
    version: 20,
    flags: name.some((byte) => byte > 0x7f) ? 0x0800 : 0,
    method: file.method ?? 0,
    time: 0,
    crc32: crc32(content),
    compressedSize: packedOf(file).length,
    size: content.length,
    name,
    extra: none,
    ...file.both,
  };
}

function fieldsOf(header: Header): Buffer {
  return Buffer.concat([
    ...[header.version, header.flags, header.method, header.time, 0x21].map(u16),
    ...[header.crc32, header.compressedSize, header.size].map(u32),
    ...[header.name.length, header.extra.length].map(u16),
  ]);
}

function centralRecord(file: File, offset: number): Buffer {
  const header = headerOf(file);
  const attributes = header.name.at(-1) === slash ? 0x41ed0010 : 0x81a40000;
  const central = { ...header, madeBy: 0x0314, disk: 0, attributes, offset, comment: none, ...file.central };
  return Buffer.concat([
    u32(0x02014b50),
    u16(central.madeBy),
    fieldsOf(central),
    ...[central.comment.length, central.disk, 0].map(u16),
    ...[central.attributes, central.offset].map(u32),
    central.name,
    central.extra,
    central.comment,
  ]);
}

function endRecord(end: End): Buffer {
  return Buffer.concat([
    u32(0x06054b50),
    ...[end.disk, end.directoryDisk, end.entriesOnDisk, end.entries].map(u16),
    ...[end.directorySize, end.directoryOffset].map(u32),
    u16(end.commentLength),
  ]);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
