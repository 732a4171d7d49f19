import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '#spec/constants.ts';
import { readArchive } from './read.ts';
import { readTexts } from './testing/expect.ts';
import { writeArchive } from './write.ts';

function written(entries: Record<string, string | Uint8Array>): Buffer {
  const archive = writeArchive(new Map(Object.entries(entries).map(([k, v]) => [k, Buffer.from(v)])));
  expect(archive).toMatchObject({ ok: true });
  return Buffer.from(archive.ok ? archive.value : '');
}

test('what is written reads back (BUILD-ZIP)', () => {
  const entries = { 'skill.toml': 'x = 1', 'assets/é': '', 'modules/a.wasm': 'x'.repeat(100_000) };
  expect(readTexts(written(entries))).toEqual(entries);
  expect(readTexts(written({}))).toEqual({});
});

test('entries stand in byte order of their names, whatever order they came in (BUILD-ZIP)', () => {
  const names = ['b', 'a/b', 'a', '𝄞', '\uffee', 'B'];
  const archive = readArchive(written(Object.fromEntries(names.map((name) => [name === 'a' ? 'aa' : name, '']))));
  expect(archive.ok && [...archive.value.entries.keys()]).toEqual(['B', 'a/b', 'aa', 'b', '\uffee', '𝄞']);
  expect(written({ a: '1', b: '2' })).toEqual(written({ b: '2', a: '1' }));
});

test('every field of the headers is fixed (BUILD-ZIP)', () => {
  const archive = written({ a: 'content' });
  const packedSize = archive.readUInt32LE(18);
  expect(String(inflateRawSync(archive.subarray(31, 31 + packedSize)))).toBe('content');
  expect(hex(archive.subarray(0, 31))).toBe(
    `504b0304 1400 0000 0800 0000 2100 a930c5fe ${'09000000'} 07000000 0100 0000 61`.replaceAll(' ', ''),
  );
  expect(hex(archive.subarray(31 + packedSize))).toBe(
    [
      '504b0102 1403 1400 0000 0800 0000 2100 a930c5fe 09000000 07000000 0100 0000 0000 0000 0000 0000a481 00000000 61',
      '504b0506 0000 0000 0100 0100 2f000000 28000000 0000',
    ]
      .join('')
      .replaceAll(' ', ''),
  );
});

test('only a name beyond ASCII carries the UTF-8 flag (BUILD-ZIP)', () => {
  expect(written({ é: '' }).readUInt16LE(6)).toBe(0x0800);
  expect(written({ '~': '' }).readUInt16LE(6)).toBe(0);
});

test('a name of 65535 bytes is written and read, one more is refused (BUILD-NAME-LENGTH)', () => {
  const longest = `${'é'.repeat(32767)}x`;
  expect(readTexts(written({ [longest]: 'content' }))).toEqual({ [longest]: 'content' });
  expect(writeArchive(new Map([[`${longest}x`, Buffer.alloc(0)]]))).toMatchObject({
    failure: { code: 'artifact.name-too-long', bytes: 65536 },
  });
});

test('what no artifact may hold is not written (ART-ENTRY-COUNT, ART-SIZE)', () => {
  const names = Array.from({ length: limits.entries + 1 }, (_, index) => `f${index}`);
  const tooMany = new Map(names.map((name) => [name, Buffer.alloc(0)]));
  expect(writeArchive(tooMany)).toMatchObject({ failure: { code: 'artifact.too-many-entries', actual: 257 } });
  tooMany.delete('f0');
  expect(writeArchive(tooMany)).toMatchObject({ ok: true });

  const tooLong = Buffer.alloc(limits.artifactBytes / 4 + 1);
  const four = new Map(['a', 'b', 'c', 'd'].map((name) => [name, tooLong]));
  expect(writeArchive(four)).toMatchObject({
    failure: { code: 'artifact.too-large', actual: limits.artifactBytes + 4 },
  });
});

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
