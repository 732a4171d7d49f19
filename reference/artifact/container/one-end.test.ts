import { expect, test } from 'vitest';
import { archiveOf, extraField, type File, u16, u32 } from './testing/archive-bytes.ts';
import { expectRead, expectRefused } from './testing/expect.ts';

const file: File = { name: 'a', content: 'content' };
const emptyArchive = archiveOf([]);

test('a second end record behind the first is refused, in the comment or after it (ART-ONE-END)', () => {
  expectRefused('artifact.ambiguous-end', [file], { comment: emptyArchive });
  expectRefused('artifact.ambiguous-end', [file], { suffix: emptyArchive });
  expectRefused('artifact.ambiguous-end', [file], { comment: Buffer.from('PK\x05\x06') });
  expect(expectRead([file], { comment: Buffer.from('PK\x05PK\x03\x04PK\x01\x02') })).toEqual({ a: 'content' });
});

test('an archive may stand inside an archive (ART-ONE-END)', () => {
  const inner = archiveOf([file]);
  expect(expectRead([{ name: 'inner.zip', content: inner }])).toEqual({ 'inner.zip': String(inner) });
});

test.each([
  { disk: 1, directoryDisk: 1 },
  { entriesOnDisk: 1 },
  { entries: 3 },
  { entries: 0, entriesOnDisk: 0, directoryOffset: 0 },
  { entries: 1, entriesOnDisk: 1 },
  { directorySize: 93 },
  { directorySize: 95 },
])('an end record with a number that is not true is refused: %o (ART-ONE-END)', (end) => {
  expectRefused('artifact.ambiguous-end', [file, { ...file, name: 'b' }], { end });
});

test('the disk of an entry is the only one (ART-ONE-END)', () => {
  expectRefused('artifact.ambiguous-end', [{ ...file, central: { disk: 1 } }]);
});

test('bytes before the archive that the offsets do not count move its directory (ART-ONE-END)', () => {
  const layout = { prefix: Buffer.from('#!/bin/sh\n'), counted: false };
  expectRefused('artifact.ambiguous-end', [file], layout);
  expectRefused('artifact.ambiguous-end', [], layout);
});

test('64-bit records are refused, needed or not (ART-NO-ZIP64)', () => {
  const directoryOffset = 38;
  const sizes = [1, 1, 47, directoryOffset].flatMap((value) => [u32(value), u32(0)]);
  const record = Buffer.concat([u32(0x06064b50), u32(44), u32(0), u16(45), u16(45), u32(0), u32(0), ...sizes]);
  const locator = Buffer.concat([u32(0x07064b50), u32(0), u32(85), u32(0), u32(1)]);
  const both = Buffer.concat([record, locator]);
  expectRefused('artifact.zip64', [file], { afterDirectory: both });
  expectRefused('artifact.zip64', [file], { afterDirectory: record });
  expectRefused('artifact.zip64', [file], { afterDirectory: locator });
  const deferred = { entries: 0xffff, entriesOnDisk: 0xffff, directorySize: 0xffffffff, directoryOffset: 0xffffffff };
  expectRefused('artifact.zip64', [file], { afterDirectory: both, end: deferred });
  expectRefused('artifact.zip64', [{ ...file, central: { comment: locator } }]);
});

test('64-bit fields are refused in either header (ART-NO-ZIP64)', () => {
  const extra = extraField(0x0001, Buffer.alloc(16));
  expectRefused('artifact.zip64', [{ ...file, both: { extra } }]);
  expectRefused('artifact.zip64', [{ ...file, local: { extra } }]);
  expectRefused('artifact.zip64', [{ ...file, central: { extra } }]);
  expectRefused('artifact.zip64', [{ ...file, both: { extra, size: 0xffffffff, compressedSize: 0xffffffff } }]);
});
