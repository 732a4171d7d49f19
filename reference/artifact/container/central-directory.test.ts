import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { archiveOf, extraField, type File, u16, u32 } from './testing/archive-bytes.ts';
import { expectRead, expectRefused, expectRefusedBytes } from './testing/expect.ts';

const file: File = { name: 'a', content: 'content' };
const withExtra = (extra: Uint8Array): File => ({ ...file, central: { extra } });

test('what has no whole end record is no archive (ART-ZIP)', () => {
  const archive = archiveOf([file]);
  expectRefusedBytes('artifact.not-zip', new Uint8Array());
  expectRefusedBytes('artifact.not-zip', archive.subarray(0, -1));
  expectRefusedBytes('artifact.not-zip', archive.subarray(0, -22));
  expectRefusedBytes('artifact.not-zip', Buffer.from('PK\x05\x06'));
});

test('an end record that promises more than there is leads nowhere (ART-ZIP)', () => {
  expectRefused('artifact.not-zip', [file], { end: { entriesOnDisk: 2, entries: 2 } });
  expectRefused('artifact.not-zip', [file], { end: { commentLength: 1 } });
  expectRefused('artifact.not-zip', [file], { end: { disk: 1 } });
  expectRefused('artifact.not-zip', [file], { end: { directoryOffset: 39 } });
  expectRefused('artifact.not-zip', [file], { end: { directoryOffset: 0xffffffff } });
});

test('offsets that are off by what the directory is not, point to no local header (ART-ZIP)', () => {
  expectRefused('artifact.not-zip', [file], { end: { directoryOffset: 37 } });
});

test('an archive comment is no part of the contents (ART-VARIATIONS)', () => {
  expect(expectRead([file], { comment: Buffer.alloc(0xffff, 'PK') })).toEqual({ a: 'content' });
});

test('harmless extra fields, dates, versions and comments are no part of the contents (ART-VARIATIONS)', () => {
  const time = extraField(0x5455, Buffer.from([1, 0, 0, 0, 0]));
  const ntfs = extraField(0x000a, Buffer.concat([u32(0), u16(1), u16(24), Buffer.alloc(24)]));
  const extra = Buffer.concat([time, ntfs, extraField(0xcafe, Buffer.from('any'))]);
  const both = { extra, version: 63, time: 12345 };
  expect(expectRead([{ ...file, both, central: { madeBy: 0x133f, comment: Buffer.from('text') } }])).toEqual({
    a: 'content',
  });
  expect(expectRead([withExtra(Buffer.concat([time, Buffer.from('x')]))])).toEqual({ a: 'content' });
});

test('extra data that is cut short is refused (ART-ZIP)', () => {
  expectRefused('artifact.not-zip', [withExtra(Buffer.from([1, 2, 1, 0]))]);
  expectRefused('artifact.not-zip', [withExtra(Buffer.from([0x75, 0x70, 0]))]);
});

test('bytes that are too few for a field mean nothing (ART-VARIATIONS)', () => {
  for (const length of [1, 2, 3]) expectRead([withExtra(Buffer.alloc(length, 0xaa))]);
});

test('known fields with another layout than theirs are refused (ART-ZIP)', () => {
  expectRefused('artifact.not-zip', [withExtra(extraField(0x5455, Buffer.from([3, 0])))]);
  expectRefused('artifact.not-zip', [withExtra(extraField(0x000a, Buffer.alloc(32)))]);
  expectRefused('artifact.not-zip', [withExtra(extraField(0x6375, Buffer.alloc(3)))]);
  expectRefused('artifact.not-zip', [withExtra(extraField(0x9901, Buffer.alloc(7)))]);
  expectRefused('artifact.encrypted', [withExtra(extraField(0x9901, Buffer.from('\x01\0AE\x03\x08\0', 'latin1')))]);
});

test('a Unicode path counts where its checksum fits, and breaks the archive where not (ART-ZIP, ART-NO-RENAMING)', () => {
  const renamed = (name: string, old = 'a') => {
    const data = Buffer.concat([Buffer.from([1]), u32(crc32(old)), Buffer.from(name)]);
    return withExtra(extraField(0x7075, data));
  };
  expectRefused('artifact.not-zip', [renamed('b', 'x')]);
  expectRefused('artifact.invalid-path', [renamed('../b')]);
  expectRefused('artifact.renaming-field', [renamed('b')]);
  expectRefused('artifact.duplicate-entry', [renamed(' b'), { ...file, name: 'b' }]);
});

test('an unusable end record is skipped in favour of an earlier one, and that is ambiguous (ART-ONE-END)', () => {
  const unusable = archiveOf([], { end: { entriesOnDisk: 1, entries: 1, directoryOffset: 0x7fffffff } });
  expectRefused('artifact.ambiguous-end', [file], { suffix: unusable });
  expectRefused('artifact.invalid-path', [{ ...file, name: '../a' }], { suffix: unusable });
});

test('the last usable end record decides, also inside a comment (ART-DECODE-ORDER)', () => {
  const hostile = archiveOf([{ ...file, name: '../a' }]);
  expectRefused('artifact.invalid-path', [file], { suffix: hostile });
  expectRefused('artifact.invalid-path', [file], { comment: hostile });
});
