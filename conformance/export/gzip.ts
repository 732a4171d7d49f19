import { crc32 } from 'node:zlib';
import { deflate } from '#fixtures/zip/deflate.ts';

/** The same bytes on every machine, which the compressor of a library does not promise; long runs become short. */
export function gzip(content: Uint8Array): Uint8Array {
  const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content));
  tail.writeUInt32LE(content.length % 2 ** 32, 4);
  return Buffer.concat([head, deflate(content), tail]);
}
