import type { Failure } from '#spec/failure.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { ByteReader } from './byte-reader.ts';
import { decodeCodePage437 } from './code-page-437.ts';
import { extraFieldIds, isWellFormed, parseExtraFields, replacementOf } from './extra-fields.ts';
import { flagBits } from './flag-bits.ts';

/** What the central directory says of one entry. */
export interface CentralRecord {
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly disk: number;
  readonly attributes: number;
  readonly offset: number;
  readonly rawName: Buffer;
  /** From a Unicode path field; where there is one, shipping software knows the entry by this name alone. */
  readonly newName: Buffer | undefined;
  readonly hasAesField: boolean;
}

export const centralSignature = 0x02014b50;
const fixedLength = 46;
const methodOfAes = 99;

/** How many bytes the record here takes; undefined where there is none, or the file ends inside it. */
export function centralRecordLength(reader: ByteReader, at: number): number | undefined {
  if (!reader.starts(centralSignature, at, fixedLength)) return undefined;
  const length = fixedLength + reader.u16(at + 28) + reader.u16(at + 30) + reader.u16(at + 32);
  return at + length <= reader.length ? length : undefined;
}

/** Call it only where `centralRecordLength` found a record. */
export function readCentralRecord(reader: ByteReader, at: number): Result<CentralRecord> {
  const nameLength = reader.u16(at + 28);
  const extraLength = reader.u16(at + 30);
  const rawName = reader.slice(at + fixedLength, nameLength);
  const extraAt = at + fixedLength + nameLength;
  const flags = reader.u16(at + 8);
  const method = reader.u16(at + 10);
  const extra = interpret(reader.slice(extraAt, extraLength), {
    name: rawName,
    // Shipping software has decoded the comment by the time it compares the checksum, but not the name.
    comment: Buffer.from(decodeText(reader.slice(extraAt + extraLength, reader.u16(at + 32)), flags)),
  });
  if (!extra.ok) return extra;
  if (method === methodOfAes && !extra.value.hasAesField) return fail(unreadable('a record lacks its AES field'));
  return ok({
    flags,
    method,
    crc32: reader.u32(at + 16),
    compressedSize: reader.u32(at + 20),
    size: reader.u32(at + 24),
    disk: reader.u16(at + 34),
    attributes: reader.u32(at + 38),
    offset: reader.u32(at + 42),
    rawName,
    ...extra.value,
  });
}

/** The name as shipping software understands it, before it is made a path. */
export function decodeName(record: CentralRecord): string {
  return record.newName === undefined ? decodeText(record.rawName, record.flags) : utf8.decode(record.newName);
}

function decodeText(bytes: Buffer, flags: number): string {
  return (flags & flagBits.utf8) === 0 ? decodeCodePage437(bytes) : utf8.decode(bytes);
}

/** U+FEFF at the start is a character of the name. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

type Interpreted = Pick<CentralRecord, 'newName' | 'hasAesField'>;

function interpret(extra: Buffer, plain: { readonly name: Buffer; readonly comment: Buffer }): Result<Interpreted> {
  const fields = parseExtraFields(extra);
  if (fields === undefined) return fail(unreadable('the extra data of a record is cut short'));
  let newName: Buffer | undefined;
  let { comment } = plain;
  for (const field of fields) {
    // ART-NO-ZIP64: what such a field would change is not worth knowing, since nothing that has one is accepted.
    if (field.id === extraFieldIds.zip64) return fail({ code: 'artifact.zip64', detail: 'a record has 64-bit sizes' });
    if (!isWellFormed(field)) return fail(unreadable('the extra data of a record is broken'));
    if (field.id === extraFieldIds.unicodePath) {
      newName = replacementOf(field, newName ?? plain.name);
      if (newName === undefined) return fail(unreadable('a Unicode path field is broken or belongs to another name'));
    }
    if (field.id === extraFieldIds.unicodeComment) {
      const replacement = replacementOf(field, comment);
      if (replacement === undefined) return fail(unreadable('a Unicode comment field is broken'));
      comment = replacement;
    }
  }
  return ok({ newName, hasAesField: fields.some((field) => field.id === extraFieldIds.aes) });
}

function unreadable(detail: string): Failure {
  return { code: 'artifact.not-zip', detail };
}
