import { isAscii } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { limits } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { centralSignature } from './central-record.ts';
import { endSignature } from './end-record.ts';
import { flagBits } from './flag-bits.ts';
import { localSignature } from './local-header.ts';

/** BUILD-ZIP: the same entries always give the same bytes: sorted, without times, without anything optional. */
export function writeArchive(entries: ReadonlyMap<string, Uint8Array>): Result<Uint8Array> {
  if (entries.size > limits.entries) {
    return fail({ code: 'artifact.too-many-entries', actual: entries.size, limit: limits.entries });
  }
  let total = 0;
  for (const content of entries.values()) total += content.length;
  if (total > limits.artifactBytes) return tooLarge(total);

  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const [text, content] of [...entries].sort(([a], [b]) => compareBytes(a, b))) {
    const name = Buffer.from(text);
    // BUILD-NAME-LENGTH: the field for its length has 16 bits.
    if (name.length > 0xffff) return fail({ code: 'artifact.name-too-long', name: text, bytes: name.length });
    const packed = deflateRawSync(content);
    const shared = sharedFields(name, content, packed);
    const local = Buffer.concat([u32(localSignature), shared, name, packed]);
    centrals.push(u32(centralSignature), u16(madeByUnix20), shared, centralFields(offset), name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const archive = Buffer.concat([...locals, directory, endRecord(entries.size, directory.length, offset)]);
  return archive.length > limits.artifactBytes ? tooLarge(archive.length) : ok(archive);
}

const version20 = 20;
const madeByUnix20 = 0x0314;
const deflate = 8;
const midnight = 0;
const firstOfJanuary1980 = 0x0021;
const regularFile0644 = 0x81a40000;

/** From the version that is needed to the length of the extra data, both headers are alike. */
function sharedFields(name: Buffer, content: Uint8Array, packed: Uint8Array): Buffer {
  const flags = isAscii(name) ? 0 : flagBits.utf8;
  return Buffer.concat([
    ...[version20, flags, deflate, midnight, firstOfJanuary1980].map(u16),
    ...[crc32(content), packed.length, content.length].map(u32),
    ...[name.length, 0].map(u16),
  ]);
}

/** No comment, disk 0, no internal attributes. */
function centralFields(offset: number): Buffer {
  return Buffer.concat([...[0, 0, 0].map(u16), u32(regularFile0644), u32(offset)]);
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
  return Buffer.concat([
    u32(endSignature),
    ...[0, 0, count, count].map(u16),
    ...[directorySize, directoryOffset].map(u32),
    u16(0),
  ]);
}

function tooLarge(actual: number) {
  return fail({ code: 'artifact.too-large', actual, limit: limits.artifactBytes });
}

function u16(value: number): Buffer {
  const out = Buffer.alloc(2);
  out.writeUInt16LE(value);
  return out;
}

function u32(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}
