import { expect, test } from 'vitest';
import { extraField, type File } from './testing/archive-bytes.ts';
import { expectRead, expectRefused } from './testing/expect.ts';

const withMode = (name: string, mode: number, madeBy = 0x0314): File => {
  return { name, central: { attributes: (mode << 16) >>> 0, madeBy } };
};

test('a file is a regular file, or does not say (ART-REGULAR-FILES)', () => {
  for (const mode of [0o100644, 0o100755, 0o104755, 0o644, 0]) expectRead([withMode('a', mode)]);
  for (const mode of [0o120777, 0o010644, 0o020644, 0o060644, 0o140644, 0o040755]) {
    expectRefused('artifact.special-file', [withMode('a', mode)]);
    expectRefused('artifact.special-file', [withMode('a', mode, 0x1314)]);
    expectRefused('artifact.special-file', [withMode('a', mode, 0x0014)]);
  }
  expectRefused('artifact.special-file', [{ name: 'a', central: { attributes: 0x10 } }]);
  expectRefused('artifact.special-file', [{ name: 'a', central: { attributes: 0x08 } }]);
  expectRead([{ name: 'a', central: { attributes: 0x21, madeBy: 0x0014 } }]);
});

test('a folder is a folder, or does not say (ART-REGULAR-FILES)', () => {
  for (const mode of [0o040755, 0o755, 0]) expectRead([withMode('d/', mode)]);
  for (const mode of [0o100644, 0o120777]) expectRefused('artifact.special-file', [withMode('d/', mode)]);
  expectRefused('artifact.special-file', [withMode('d\\', 0)]);
});

test('a folder is empty (ART-EMPTY-DIRECTORIES)', () => {
  const folder = withMode('d/', 0o040755);
  expect(expectRead([folder, { name: 'd/e' }])).toEqual({ 'd/e': '' });
  expectRefused('artifact.directory-with-content', [{ ...folder, content: 'x' }]);
  expectRefused('artifact.directory-with-content', [{ ...folder, both: { size: 1 } }]);
  expectRefused('artifact.directory-with-content', [{ ...folder, both: { crc32: 1 } }]);
  expectRefused('artifact.directory-with-content', [{ ...folder, method: 8 }]);
  expectRead([{ ...folder, both: { method: 8, extra: extraField(0xcafe, Buffer.alloc(4)) } }]);
});
