import { expect, test } from 'vitest';
import type { Edit, RecipeValue } from '../case.ts';
import { describeEdit } from './describe-edit.ts';

test('an edit names its place and its change', () => {
  expect(describeEdit({ at: ['a', 0, 'docs/a.txt', 'b'], put: 1n })).toBe('a[0]["docs/a.txt"].b = 1');
  expect(describeEdit({ at: ['a'], remove: true })).toBe('a: removed');
  expect(describeEdit({ at: ['a', 1], insert: 'x' })).toBe('a[1]: inserted "x"');
  expect(describeEdit({ at: ['a'], put: [2, { b: 1.5 }] })).toBe('a = [2,{"b":1.5}]');
  expect(describeEdit({ at: [], put: 9_007_199_254_740_993n })).toBe('the input = 9007199254740993');
});

test.each([
  ['a\n', 'b', String.raw`text: "a\n" became "b"`],
  ['"Echo"', String.raw`"a\T."`, String.raw`text: '"Echo"' became '"a\T."'`],
  [`"it's"`, '', 'text: `"it\'s"` became ""'],
])('a text is shown as it stands, with no escapes but of control characters: %j', (replace, text, said) => {
  expect(describeEdit({ at: ['text'], replace, with: text })).toBe(said);
});

test.each<[string, RecipeValue, Edit]>([
  ['a.b = 2', { a: { b: 1n, c: 1n } }, { at: ['a'], put: { b: 2n, c: 1n } }],
  ['a.b.c = 2', {}, { at: ['a'], put: { b: { c: 2n } } }],
  ['a["x y"] = 1', { a: { c: [1n] } }, { at: ['a'], put: { c: [1n], 'x y': 1n } }],
  ['a = {"b":2,"c":2}', { a: { b: 1n, c: 1n } }, { at: ['a'], put: { b: 2n, c: 2n } }],
  ['a = {"b":2}', { a: { b: 1n, c: 1n } }, { at: ['a'], put: { b: 2n } }],
  ['a = {}', { a: 1n }, { at: ['a'], put: {} }],
])('the one member that is another is named: %s', (said, before, edit) => {
  expect(describeEdit(edit, before)).toBe(said);
});

test('of long bytes and texts it is told how long they were, and where the bytes begin to differ', () => {
  const put = (value: RecipeValue, before: RecipeValue) => describeEdit({ at: ['a'], put: value }, { a: before });
  const bytes = '3 bytes, sha256 039058c6f2c0…';
  expect(put(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 3))).toBe(
    `a = ${bytes}, which had 2 bytes; the first that differs is at 1`,
  );
  expect(put(Uint8Array.of(1, 2, 3), '\u0001\u0002\u0003x')).toMatch(/ had 4 bytes; the first that differs is at 3$/);
  expect(put(Uint8Array.of(1, 2, 3), null)).toBe(`a = ${bytes}`);
  expect(put('x'.repeat(300), 'y'.repeat(200))).toMatch(/^a = "x{160}… \(300 characters\), which had 200 characters$/);
});
