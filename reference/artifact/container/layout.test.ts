import { expect, test } from 'vitest';
import { readArchive } from './read.ts';
import { archiveOf, type File, localRecord } from './testing/archive-bytes.ts';
import { expectRead, expectRefused } from './testing/expect.ts';

const file: File = { name: 'a', content: 'content' };
const other: File = { name: 'b', content: 'other' };
const byte = Buffer.from('\0');

test('no byte stands before, between or behind the records (ART-NO-HIDDEN-BYTES)', () => {
  expectRead([file, other]);
  expectRefused('artifact.hidden-bytes', [file, other], { prefix: byte });
  expectRefused('artifact.hidden-bytes', [{ ...file, before: byte }, other]);
  expectRefused('artifact.hidden-bytes', [file, { ...other, before: byte }]);
  expectRefused('artifact.hidden-bytes', [file, { ...other, after: byte }]);
  expectRefused('artifact.hidden-bytes', [file, other], { beforeDirectory: byte });
  expectRefused('artifact.hidden-bytes', [file, other], { afterDirectory: byte });
  expectRefused('artifact.hidden-bytes', [file, other], { suffix: byte });
  expectRefused('artifact.hidden-bytes', [], { prefix: byte });
});

test('the hidden bytes are named by their place (ART-NO-HIDDEN-BYTES)', () => {
  const hidden = readArchive(archiveOf([file, { ...other, before: Buffer.from('123') }]));
  expect(hidden).toMatchObject({ failure: { offset: 38, length: 3 } });
});

test('a local entry without a record is refused (ART-NO-HIDDEN-BYTES)', () => {
  expectRefused('artifact.hidden-bytes', [file, { ...other, isHidden: true }]);
  expectRefused('artifact.hidden-bytes', [{ ...other, isHidden: true }, file]);
});

test('the local entries may stand in another order than their records (ART-VARIATIONS)', () => {
  const archive = archiveOf(
    [
      { ...file, central: { offset: 36 } },
      { ...other, isListedOnly: true, central: { offset: 0 } },
    ],
    { prefix: localRecord(other) },
  );
  expect(readArchive(archive)).toMatchObject({ ok: true });
});

test('two records never share bytes (ART-NO-OVERLAP)', () => {
  expectRefused('artifact.overlap', [file, { ...file, name: 'b', isListedOnly: true, central: { offset: 0 } }]);
  const quoting = { name: 'b', content: localRecord(file) };
  expectRefused('artifact.overlap', [quoting, { ...file, isListedOnly: true, central: { offset: 31 } }]);
});

test('an entry ends where the next one begins, also where its stream ends earlier (ART-NO-OVERLAP)', () => {
  const tooLong = { ...file, method: 8, central: { compressedSize: 20 } };
  expectRefused('artifact.overlap', [tooLong, other]);
  expectRefused('artifact.overlap', [other, tooLong]);
  expectRefused('artifact.overlap', [{ ...tooLong, central: { compressedSize: 0x7fffffff } }]);
});
