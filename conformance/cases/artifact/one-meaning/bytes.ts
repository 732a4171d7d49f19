import { crc32 } from 'node:zlib';
import { extraField, u32, u64 } from '#fixtures/zip/records.ts';

/** Extra fields that give an entry another name, or other sizes, for the readers that know them. */

export function renamingField(from: string, to: string): Uint8Array {
  const version = Uint8Array.from([1]);
  return extraField(0x7075, Buffer.concat([version, u32(crc32(from)), Buffer.from(to)]));
}

export function sizesField(...sizes: readonly number[]): Uint8Array {
  return extraField(0x0001, Buffer.concat(sizes.map(u64)));
}
