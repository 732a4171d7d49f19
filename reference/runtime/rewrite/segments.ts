import type { ByteReader } from './byte-reader.ts';
import { type ConstantScope, skipConstant } from './constant-expression.ts';
import { readReferenceType } from './value-type.ts';

/** An element segment, whose entries are counted; its flags say whether it is active, names a table, and holds expressions. */
export function skipElements(reader: ByteReader, scope: ConstantScope): number {
  const flags = reader.u32();
  if (flags > 7) reader.malformed('unknown flags');
  const passive = (flags & 1) !== 0;
  const explicit = (flags & 2) !== 0;
  const expressions = (flags & 4) !== 0;
  if (!passive) {
    if (explicit) reader.u32();
    skipConstant(reader, scope);
  }
  if (passive || explicit) {
    if (expressions) readReferenceType(reader);
    else if (reader.u8() !== 0) reader.malformed('an unknown kind of element');
  }
  const count = reader.u32();
  for (let i = 0; i < count && reader.fault === undefined; i++) {
    const { at } = reader;
    if (expressions) skipConstant(reader, scope);
    else scope.mention(reader.u32(), at);
  }
  return count;
}

export function skipData(reader: ByteReader, scope: ConstantScope): void {
  const flags = reader.u32();
  if (flags > 2) reader.malformed('unknown flags');
  if (flags === 2 && reader.u32() > 0) scope.uses.add('multi-memory');
  if (flags !== 1) skipConstant(reader, scope);
  reader.skip(reader.u32());
}
