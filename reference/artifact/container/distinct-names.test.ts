import { expect, test } from 'vitest';
import { expectRead, expectRefused } from './testing/expect.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name }));

test('a name that stands twice is refused, next to each other or apart (ART-UNIQUE-RAW-NAMES)', () => {
  expectRefused('artifact.duplicate-entry', named('a', 'a', 'b'));
  expectRefused('artifact.duplicate-entry', named('a', 'b', 'a'));
  expectRefused('artifact.duplicate-entry', named('d/', 'd/'));
});

test('the same archive twice under one name is refused, whatever the first one held (ART-UNIQUE-RAW-NAMES)', () => {
  const wrong = { name: 'a', content: 'wrong' };
  const right = { name: 'a', content: 'right' };
  expectRefused('artifact.duplicate-entry', [wrong, right]);
  expectRefused('artifact.duplicate-entry', [right, wrong]);
});

test('a replaced record still has to have a local header (ART-HEADERS-AGREE)', () => {
  expectRefused('artifact.headers-disagree', [{ name: 'a', central: { offset: 9 } }, { name: 'a' }]);
});

test('a file is not the folder of another entry (ART-FILE-OR-FOLDER)', () => {
  expectRefused('artifact.file-is-folder', named('d', 'd/e'));
  expectRefused('artifact.file-is-folder', named('d/e/f/g', 'x', 'd/e'));
  expectRefused('artifact.file-is-folder', named('d/', 'd'));
  expectRefused('artifact.file-is-folder', named('d', 'd/e/'));
  expectRefused('artifact.file-is-folder', named('a', 'a b', 'a-b', 'a/b'));
});

test('a name that merely begins like another is its own (ART-FILE-OR-FOLDER)', () => {
  expect(Object.keys(expectRead(named('d', 'de', 'd.e', 'd e', 'D/e', 'x/d', 'x/e/', 'x/e/d')))).toHaveLength(7);
});
