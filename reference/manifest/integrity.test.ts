import { expect, test } from 'vitest';
import { withIntegrity } from './integrity.ts';
import { extended, minimalText, parsed } from './samples.ts';

test('the list of the author gives way to that of the builder (BUILD-INTEGRITY)', () => {
  const files = [{ path: 'a', sha256: 'b' }];
  const authored = parsed(extended('[[integrity.files]]\npath = "../not judged"\nsha256 = ""'));
  expect(withIntegrity(authored, files)).toEqual(withIntegrity(parsed(minimalText), files));
  expect(authored.integrity.files).toEqual([{ path: '../not judged', sha256: '' }]);
});
