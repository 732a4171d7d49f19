import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '#spec/constants.ts';
import type { FailureCode } from '#spec/failure.ts';
import { readArchive } from './read.ts';
import { archiveOf, extraField, type File } from './testing/archive-bytes.ts';

/** Generous beside the half second that is needed, and nothing beside what a quadratic reader would need. */
const patience = 4000;

function expectSoon(code: FailureCode, bytes: Uint8Array): void {
  const start = performance.now();
  expect(readArchive(bytes)).toMatchObject({ ok: false, failure: { code } });
  expect(performance.now() - start).toBeLessThan(patience);
}

test('64 MiB full of end signatures are refused soon (ART-ZIP)', () => {
  expectSoon('artifact.not-zip', Buffer.alloc(limits.artifactBytes, 'PK\x05\x06'));
  expectSoon('artifact.ambiguous-end', Buffer.alloc(limits.artifactBytes, 'PK\x05\x06PK'));
});

test('end records that each lead through the whole file are given up (ART-ONE-END)', () => {
  const many = 300_000;
  const endRecord = (directoryOffset: number, entries: number) =>
    archiveOf([], { end: { entriesOnDisk: entries, entries, directoryOffset } });
  const nothingFound = Buffer.concat([Buffer.alloc(1 << 20), Buffer.alloc(many * 22, endRecord(0, 1))]);
  expectSoon('artifact.ambiguous-end', nothingFound);
  const directory = Buffer.alloc(20_000 * 46, archiveOf([{ name: '' }]).subarray(30, 76));
  expectSoon('artifact.ambiguous-end', Buffer.concat([directory, Buffer.alloc(many * 22, endRecord(0, 20_001))]));
});

test('65535 records, and a directory of 40 MB, are read once (ART-ENTRY-COUNT)', () => {
  const records = Array.from({ length: 0xffff }, (_, index) => ({ name: `${index}`, isListedOnly: true }));
  expectSoon('artifact.too-many-entries', archiveOf(records));
  const wide = { extra: Buffer.alloc(0xfffc, extraField(0xcafe, Buffer.alloc(0))), comment: Buffer.alloc(0xffff) };
  const fewer = Array.from({ length: 300 }, (_, index) => ({ name: `${index}`, isListedOnly: true, central: wide }));
  expectSoon('artifact.too-many-entries', archiveOf(fewer));
});

test('65535 records of one entry whose header is long are not read 65535 times (ART-NO-OVERLAP)', () => {
  const local = { extra: Buffer.alloc(0xfffc, extraField(0xcafe, Buffer.alloc(0))) };
  const again: File = { name: 'a', isListedOnly: true, central: { offset: 0 } };
  expectSoon('artifact.overlap', archiveOf([{ name: 'a', local }, ...Array.from({ length: 0xfffe }, () => again)]));
});

test('a bomb of 17 KB is refused as soon as it has filled one entry (ART-ENTRY-SIZE)', () => {
  const packed = deflateRawSync(Buffer.alloc(2 * limits.entryBytes));
  expectSoon('artifact.entry-too-large', archiveOf([{ name: 'a', method: 8, packed, both: { size: 1 } }]));
});

test('a bomb of 256 entries with one content is refused when the total is reached (ART-SIZE)', () => {
  const content = Buffer.alloc(limits.entryBytes);
  const packed = deflateRawSync(content);
  const bomb: File = { name: 'z', content, method: 8, packed };
  const header = { crc32: crc32(content), size: content.length, compressedSize: packed.length, offset: 0 };
  const again = (_: unknown, index: number): File => {
    return { name: `${index}`, method: 8, isListedOnly: true, central: header };
  };
  expectSoon('artifact.too-large', archiveOf([bomb, ...Array.from({ length: 255 }, again)]));
});

test('256 records of one stream that is long and yields nothing do not unpack it 256 times (ART-NO-OVERLAP)', () => {
  const emptyBlocks = Buffer.alloc(10_000_000, Buffer.of(0, 0, 0, 0xff, 0xff));
  const packed = Buffer.concat([emptyBlocks, Buffer.of(3, 0)]);
  const slow: File = { name: 'z', method: 8, packed };
  const again = (_: unknown, index: number): File => ({
    name: `${index}`,
    method: 8,
    isListedOnly: true,
    central: { offset: 0, compressedSize: packed.length },
  });
  expect(readArchive(archiveOf([slow]))).toMatchObject({ ok: true });
  expectSoon('artifact.overlap', archiveOf([slow, ...Array.from({ length: 255 }, again)]));
});

test('names of 64 KB that lie below each other are compared in no time (ART-FILE-OR-FOLDER)', () => {
  const files = Array.from({ length: 100 }, (_, index) => ({ name: `${'d/'.repeat(32_600)}${index}` }));
  expect(readArchive(archiveOf(files))).toMatchObject({ ok: true });
  expectSoon('artifact.file-is-folder', archiveOf([...files, { name: 'd' }]));
});
