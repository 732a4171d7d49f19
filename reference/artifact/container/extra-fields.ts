import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';

export const extraFieldIds = {
  zip64: 0x0001,
  ntfsTimes: 0x000a,
  extendedTimestamp: 0x5455,
  unicodeComment: 0x6375,
  unicodePath: 0x7075,
  aes: 0x9901,
  alignment: 0xa11e,
} as const;

/** Where a field stands in the extra data; no copy or view, since 64 MiB have room for sixteen million of them. */
export interface ExtraField {
  readonly id: number;
  readonly extra: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Undefined where a field runs past the end. Bytes too few for a field mean nothing, unless they begin one that means much. */
export function parseExtraFields(extra: Buffer): readonly ExtraField[] | undefined {
  const fields: ExtraField[] = [];
  let at = 0;
  while (at + 1 < extra.length) {
    if (at + 4 > extra.length) return isInterpreted(extra.readUInt16LE(at)) ? undefined : fields;
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) return undefined;
    fields.push({ id: extra.readUInt16LE(at), extra, start: at + 4, end });
    at = end;
  }
  return fields;
}

function isInterpreted(id: number): boolean {
  return Object.values<number>(extraFieldIds).includes(id);
}

/** ART-ZIP: the fields that shipping software interprets must keep their own layout. */
export function isWellFormed(field: ExtraField): boolean {
  if (field.id === extraFieldIds.ntfsTimes) {
    const data = dataOf(field);
    return data.length === 32 && data.readUInt16LE(4) === 1 && data.readUInt16LE(6) === 24;
  }
  if (field.id === extraFieldIds.extendedTimestamp) {
    const data = dataOf(field);
    return data.length === 5 || data.length === 1 + 4 * countBits(data[0] ?? 0);
  }
  if (field.id === extraFieldIds.aes) {
    const data = dataOf(field);
    const [version = 0, , , , strength = 0] = data;
    return (
      data.length === 7 &&
      (version === 1 || version === 2) &&
      data.toString('latin1', 1, 4) === '\0AE' &&
      strength >= 1 &&
      strength <= 3
    );
  }
  return true;
}

/**
 * The text that a Unicode path or comment field puts in place of the plain one; undefined where the checksum in the
 * field belongs to another plain text, or the new one is not UTF-8.
 */
export function replacementOf(field: ExtraField, plain: Buffer): Buffer | undefined {
  const data = dataOf(field);
  if (data.length < 5 || data.readUInt32LE(1) !== crc32(plain)) return undefined;
  const text = data.subarray(5);
  return isUtf8(text) ? text : undefined;
}

function dataOf({ extra, start, end }: ExtraField): Buffer {
  return extra.subarray(start, end);
}

function countBits(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count++;
  return count;
}
