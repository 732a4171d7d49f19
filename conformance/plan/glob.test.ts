import { expect, test } from 'vitest';
import { matchesGlob } from './glob.ts';

test.each([
  ['trust/add', 'trust/add', true],
  ['trust/add', 'trust/adds', false],
  ['trust/add', 'trust/ad', false],
  ['*', '', true],
  ['*', 'a/b', true],
  ['trust/*', 'trust/add/twice', true],
  ['*/add', 'trust/store/add', true],
  ['t?ust', 'trust', true],
  ['t?ust', 'tust', false],
  ['?', '', false],
  ['a*b*c', 'a-b-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['**', 'x', true],
  ['', '', true],
  ['', 'x', false],
  ['a.c', 'abc', false],
])('%s matches %s: %s', (pattern, id, expected) => {
  expect(matchesGlob(pattern, id)).toBe(expected);
});

test('a pattern of many stars ends', () => {
  expect(matchesGlob(`${'*a'.repeat(2000)}b`, 'a'.repeat(2000))).toBe(false);
});
