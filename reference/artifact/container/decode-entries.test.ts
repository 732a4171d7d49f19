import { constants, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '#spec/constants.ts';
import { readArchive } from './read.ts';
import { archiveOf, type File } from './testing/archive-bytes.ts';
import { expectRead, expectRefused, expectRefusedBytes } from './testing/expect.ts';

const file: File = { name: 'a', content: 'content' };
const packedFile: File = { ...file, method: 8 };
const fullEntry = new Uint8Array(limits.entryBytes);
const packedFullEntry = deflateRawSync(fullEntry);

test('an archive longer than 64 MiB is refused unread, one of 64 MiB is read (ART-SIZE)', () => {
  const garbage = Buffer.alloc(limits.artifactBytes + 1, 0x50);
  expectRefusedBytes('artifact.too-large', garbage);
  expectRefusedBytes('artifact.not-zip', garbage.subarray(1));
});

test('stored and deflated entries are read in the order of the directory (ART-METHODS, ART-VARIATIONS)', () => {
  const entries = expectRead([{ ...packedFile, name: 'b' }, file, { name: 'empty', method: 8 }]);
  expect(Object.entries(entries)).toEqual([
    ['b', 'content'],
    ['a', 'content'],
    ['empty', ''],
  ]);
});

test('an archive without entries is an empty map (ART-VARIATIONS)', () => {
  expect(expectRead([])).toEqual({});
});

test.each([9, 12, 93, 98])('method %i is refused, of a directory too (ART-METHODS)', (method) => {
  expectRefused('artifact.unsupported-method', [{ ...file, both: { method } }]);
  expectRefused('artifact.unsupported-method', [{ name: 'd/', both: { method } }]);
});

test('the encryption flag is refused, of a directory too, before the method is looked at (ART-ENCRYPTION)', () => {
  expectRefused('artifact.encrypted', [{ ...file, both: { flags: 1, method: 98 } }]);
  expectRefused('artifact.encrypted', [{ name: 'd/', both: { flags: 1 } }]);
});

test('a record that points to no local header is refused before its encryption flag is looked at (ART-ZIP)', () => {
  expectRefused('artifact.not-zip', [{ ...file, both: { flags: 1 }, local: { signature: 0x04034b51 } }]);
});

test('a clean directory is no entry, counts for the number of entries and not for their bytes (ART-DIRECTORIES)', () => {
  expect(expectRead([{ name: 'd/' }, file])).toEqual({ a: 'content' });
  const files = Array.from({ length: 255 }, (_, index) => ({ name: `f${index}` }));
  expect(readArchive(archiveOf([...files, { name: 'd/' }]))).toMatchObject({ ok: true });
  expectRefused('artifact.too-many-entries', [...files, { name: 'd/' }, { name: 'e/' }]);
});

test('the name of a file has to be a path (PATH-NORMAL)', () => {
  for (const name of ['', '../a', '/a', 'a//b', 'c:a', 'a/.', ' ']) {
    expectRefused('artifact.invalid-path', [{ ...file, name }]);
  }
});

test('256 names are read, 257 are refused, and names count rather than records (ART-ENTRY-COUNT)', () => {
  const files = Array.from({ length: 257 }, (_, index) => ({ name: `f${index}` }));
  expect(readArchive(archiveOf(files.slice(1)))).toMatchObject({ ok: true });
  expectRefused('artifact.too-many-entries', files);
  expectRefused('artifact.too-many-entries', [...files, { ...file, both: { flags: 1 } }]);
  expectRefused('artifact.duplicate-entry', [...files.slice(0, 200), ...files.slice(0, 57)]);
});

test('an entry of 16 MiB is read, a byte more is refused, declared or real (ART-ENTRY-SIZE)', () => {
  const full = { name: 'full', packed: packedFullEntry, content: fullEntry, method: 8 };
  expect(readArchive(archiveOf([full]))).toMatchObject({ ok: true });
  const oneMore = new Uint8Array(limits.entryBytes + 1);
  for (const method of [0, 8]) {
    expectRefused('artifact.entry-too-large', [{ name: 'a', content: oneMore, method }]);
    expectRefused('artifact.entry-too-large', [{ name: 'a', content: oneMore, method, both: { size: 5 } }]);
  }
  expectRefused('artifact.entry-too-large', [{ ...file, both: { size: limits.entryBytes + 1 } }]);
});

test('what follows the limit of an entry is never unpacked (ART-DECODE-ORDER)', () => {
  const streamThenJunk = Buffer.concat([unfinished(limits.entryBytes + 1000), Buffer.alloc(8, 0xff)]);
  const entry = { name: 'a', packed: streamThenJunk, method: 8 };
  expectRefused('artifact.entry-too-large', [{ ...entry, both: { size: 5 } }]);
  expectRefused('artifact.entry-too-large', [{ ...entry, both: { size: limits.entryBytes } }]);
  const oneLess = Buffer.concat([unfinished(limits.entryBytes), Buffer.alloc(8, 0xff)]);
  expectRefused('artifact.corrupt-entry', [{ ...entry, packed: oneLess, both: { size: 5 } }]);
});

test('64 MiB in all are read, then not even an empty file may follow, but a directory may (ART-SIZE)', () => {
  const full = { content: fullEntry, packed: packedFullEntry, method: 8 };
  const four = ['a', 'b', 'c', 'd'].map((name) => ({ ...full, name }));
  expect(readArchive(archiveOf([...four, { name: 'e/' }]))).toMatchObject({ ok: true });
  expectRefused('artifact.too-large', [...four, { name: 'e' }]);

  const almost = [...four.slice(1), { name: 'a', content: fullEntry.subarray(10), method: 8 }];
  expect(readArchive(archiveOf([...almost, { name: 'e', content: '0123456789' }]))).toMatchObject({ ok: true });
  for (const method of [0, 8]) {
    const over = { name: 'e', content: '0123456789+', method };
    expectRefused('artifact.too-large', [...almost, over]);
    expectRefused('artifact.too-large', [...almost, { ...over, both: { size: 5 } }]);
  }
});

test('a wrong checksum or a broken stream is refused (ART-INTACT)', () => {
  expectRefused('artifact.corrupt-entry', [{ ...file, both: { crc32: 1 } }]);
  expectRefused('artifact.corrupt-entry', [{ ...packedFile, both: { crc32: 1 } }]);
  expectRefused('artifact.corrupt-entry', [{ ...packedFile, packed: Buffer.from([0xff, 0xff]) }]);
  expectRefused('artifact.corrupt-entry', [{ ...packedFile, packed: deflateRawSync('content').subarray(0, -3) }]);
  expectRefused('artifact.corrupt-entry', [{ ...packedFile, packed: Buffer.alloc(0) }]);
});

test('content whose stream has no end is refused, though all of it is there (ART-WHOLE-STREAMS)', () => {
  const unfinished = deflateRawSync('content', { finishFlush: constants.Z_SYNC_FLUSH });
  expectRefused('artifact.unfinished-stream', [{ ...packedFile, packed: unfinished }]);
  expectRefused('artifact.corrupt-entry', [{ ...packedFile, packed: unfinished, both: { crc32: 1 } }]);
});

test('spellings of one path collide, case and Unicode form make two (ART-UNIQUE-NAMES, ART-NAMES-CASE)', () => {
  expectRefused('artifact.duplicate-entry', [{ name: 'a/b' }, { name: 'a\\b' }]);
  expectRefused('artifact.duplicate-entry', [{ name: 'a' }, { name: ' a' }]);
  const sameTextInCodePage437 = { name: Buffer.from([0x82]), both: { flags: 0 } };
  expectRefused('artifact.duplicate-entry', [{ name: 'é' }, sameTextInCodePage437]);
  expect(Object.keys(expectRead([{ name: 'A' }, { name: 'a' }, { name: 'é' }, { name: 'e\u0301' }]))).toHaveLength(4);
});

test('the last of several records of one name is the one that is unpacked (ART-DECODE-ORDER)', () => {
  const broken = { ...file, both: { crc32: 1 } };
  expectRefused('artifact.corrupt-entry', [file, broken]);
  expectRefused('artifact.duplicate-entry', [broken, file]);
});

test('the checks of one entry come in their order (ART-DECODE-ORDER)', () => {
  const tooLong = { ...file, both: { size: limits.entryBytes + 1, crc32: 1 } };
  expectRefused('artifact.invalid-path', [{ ...tooLong, name: '../a' }]);
  expectRefused('artifact.entry-too-large', [tooLong]);
  expectRefused('artifact.corrupt-entry', [file, { ...file, name: ' a', both: { crc32: 1 } }]);
  expectRefused('artifact.duplicate-entry', [
    file,
    { ...file, name: ' a' },
    { ...file, name: 'b', both: { crc32: 1 } },
  ]);
});

/** A stream of so many bytes that goes on behind them. */
function unfinished(length: number): Buffer {
  return deflateRawSync(Buffer.alloc(length), { finishFlush: 2 });
}
