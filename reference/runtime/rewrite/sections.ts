import type { ByteReader } from './byte-reader.ts';

export const sectionId = {
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const;

export interface Section {
  readonly start: number;
  readonly end: number;
}

/** The sections by their ids. Custom ones say nothing about what a module does, and stay behind. */
export type Sections = ReadonlyMap<number, Section>;

/** What every module begins with. */
export const moduleHeader = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const magicLength = 4;
/** The count of data segments stands before the code, whatever its number says. */
const order: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11];

export function readSections(reader: ByteReader): Sections {
  const sections = new Map<number, Section>();
  readHeader(reader);
  let rank = -1;
  while (reader.at < reader.bytes.length) {
    const offset = reader.at;
    const id = reader.u8();
    const length = reader.u32();
    const start = reader.at;
    reader.skip(length);
    if (id === 0) {
      skipCustomName(reader, start, start + length);
      continue;
    }
    const place = order.indexOf(id);
    if (id === 13) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'exceptions' });
    else if (place < 0) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'unknown-section' });
    else if (place <= rank) reader.malformed('sections out of order');
    rank = place;
    sections.set(id, { start, end: start + length });
  }
  return sections;
}

function readHeader(reader: ByteReader): void {
  for (const byte of moduleHeader.slice(0, magicLength)) if (reader.u8() !== byte) reader.malformed('no module');
  const version = [reader.u8(), reader.u8(), reader.u8(), reader.u8()];
  if (version[0] === 0x0d && version[2] === 1) {
    reader.stop({ code: 'runtime.excluded-feature', offset: 4, feature: 'component' });
  }
  if (version[0] !== 1 || version[1] !== 0 || version[2] !== 0 || version[3] !== 0) reader.malformed('another version');
}

function skipCustomName(reader: ByteReader, start: number, end: number): void {
  if (reader.fault !== undefined) return;
  reader.at = start;
  reader.name();
  if (reader.at > end) reader.malformed('a name longer than its section');
  if (reader.fault === undefined) reader.at = end;
}
