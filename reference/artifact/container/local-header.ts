import type { ByteReader } from './byte-reader.ts';
import { type ExtraField, extraFieldIds, parseExtraFields } from './extra-fields.ts';

/** What stands in front of an entry's data. Shipping software reads of it only where the data begins. */
export interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly rawName: Buffer;
  readonly extra: LocalExtra;
  readonly start: number;
  readonly dataStart: number;
}

/** All that matters of the extra data; the fields themselves could be many times as large as the file. */
interface LocalExtra {
  readonly isWhole: boolean;
  readonly hasZip64: boolean;
  readonly isRenaming: boolean;
}

export const localSignature = 0x04034b50;
const fixedLength = 30;

/** Undefined where no local header starts here. */
export function readLocalHeader(reader: ByteReader, start: number): LocalHeader | undefined {
  if (!reader.starts(localSignature, start, fixedLength)) return undefined;
  const nameLength = reader.u16(start + 26);
  const extraLength = reader.u16(start + 28);
  return {
    flags: reader.u16(start + 6),
    method: reader.u16(start + 8),
    crc32: reader.u32(start + 14),
    compressedSize: reader.u32(start + 18),
    size: reader.u32(start + 22),
    rawName: reader.slice(start + fixedLength, nameLength),
    extra: summarise(parseExtraFields(reader.slice(start + fixedLength + nameLength, extraLength))),
    start,
    dataStart: start + fixedLength + nameLength + extraLength,
  };
}

function summarise(fields: readonly ExtraField[] | undefined): LocalExtra {
  const has = (wanted: number) => fields?.some(({ id }) => id === wanted) === true;
  return {
    isWhole: fields !== undefined,
    hasZip64: has(extraFieldIds.zip64),
    isRenaming: has(extraFieldIds.unicodePath),
  };
}
