import { expect, test } from 'vitest';
import { extraField, type File } from './testing/archive-bytes.ts';
import { expectRead, expectRefused } from './testing/expect.ts';

const named = (name: string | Uint8Array, flags?: number): File => {
  return flags === undefined ? { name } : { name, both: { flags } };
};

test('names are ASCII, or UTF-8 and marked as such (ART-NAMES-UTF8)', () => {
  expect(expectRead([named('plain'), named('marked', 0x0800), named('\ufeffé𝄞')])).toEqual({
    plain: '',
    marked: '',
    '\ufeffé𝄞': '',
  });
  expectRefused('artifact.name-encoding', [named('é', 0)]);
  expectRefused('artifact.name-encoding', [named(Buffer.from([0x82]), 0)]);
  expectRefused('artifact.name-encoding', [named(Buffer.from([0x82]), 0x0800)]);
  expectRefused('artifact.name-encoding', [named(Buffer.from([0x82, 0x2f]), 0)]);
});

test('a second name in the local header is refused too (ART-NO-RENAMING)', () => {
  expectRefused('artifact.renaming-field', [{ name: 'a', local: { extra: extraField(0x7075, Buffer.alloc(6)) } }]);
});

test.each(['\x01', '\n', '\x1f', '\x7f', '\x80', '\x9f'])(
  'the control character %j is refused (ART-NAMES-PRINTABLE)',
  (c) => {
    expectRefused('artifact.control-in-name', [named(`a${c}b`)]);
    expectRefused('artifact.control-in-name', [named(`a${c}b/`)]);
  },
);

test('characters beside the controls are not refused (ART-NAMES-PRINTABLE)', () => {
  expectRead([named('a b~\u00a0c\u200b')]);
});

test('a name is its own normal form (ART-NAMES-CANONICAL)', () => {
  for (const name of [' a', 'a ', '\u00a0a', 'a\\b']) expectRefused('artifact.name-not-canonical', [named(name)]);
  expectRead([named('a b/c d'), named('a/ .. /b'), named('...'), named('con')]);
});

test('a folder has a name that a file could have (ART-EMPTY-DIRECTORIES)', () => {
  expectRead([named('d/'), named('d/e/')]);
  for (const name of ['/', '../', '../../x/', '/d/', 'd//', ' d/', 'd /', 'd\\e/', 'c:/']) {
    expectRefused('artifact.invalid-path', [named(name)]);
  }
});
