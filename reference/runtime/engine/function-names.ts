import { ByteReader } from '../rewrite/byte-reader.ts';
import { moduleHeader } from '../rewrite/sections.ts';

const functionNamesId = 1;

/**
 * The names that a module gives its functions for whoever debugs it, by their indices. No engine checks that section:
 * what can be read before its first fault is taken, and an empty name is none.
 */
export function readFunctionNames(bytes: Uint8Array): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const reader = new ByteReader(bytes);
  reader.skip(moduleHeader.length);
  while (reader.fault === undefined && reader.at < bytes.length) {
    const id = reader.u8();
    const length = reader.u32();
    const end = reader.at + length;
    if (id === 0 && reader.name() === 'name') readNameSection(reader, end, names);
    skipTo(reader, end);
  }
  return names;
}

function readNameSection(reader: ByteReader, end: number, names: Map<number, string>): void {
  while (reader.fault === undefined && reader.at < end) {
    const id = reader.u8();
    const length = reader.u32();
    const subsectionEnd = reader.at + length;
    if (id === functionNamesId) readNames(reader, names);
    skipTo(reader, subsectionEnd);
  }
}

function readNames(reader: ByteReader, names: Map<number, string>): void {
  const count = reader.count('functions');
  for (let i = 0; i < count && reader.fault === undefined; i++) {
    const index = reader.u32();
    const name = reader.name();
    if (name !== '') names.set(index, name);
  }
}

/** Whatever lies in between is of no interest; what reaches beyond is a fault. */
function skipTo(reader: ByteReader, end: number): void {
  if (reader.at <= end) reader.skip(end - reader.at);
  else reader.malformed('more than its section holds');
}
