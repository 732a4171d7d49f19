import { expect, test } from 'vitest';
import { describeEdit, describeValue } from './describe-value.ts';

test('a value stands on one short line', () => {
  expect(
    describeValue(
      new Map<string, bigint | null>([
        ['a', 1n],
        ['b', null],
      ]),
    ),
  ).toBe('{"a":1,"b":null}');
  expect(describeValue(18446744073709551615n)).toBe('"18446744073709551615"');
  expect(describeValue(undefined)).toBe('nothing');
  expect(describeValue('x'.repeat(500))).toMatch(/^"x{159}… \(502 characters\)$/);
});

test('of bytes the number and the digest are shown, whatever their class', () => {
  const shown = '["3 bytes, sha256 039058c6f2c0…"]';
  expect(describeValue([Uint8Array.of(1, 2, 3)])).toBe(shown);
  expect(describeValue([Buffer.from([1, 2, 3])])).toBe(shown);
});

test('an edit names its place and its change', () => {
  expect(describeEdit({ at: ['a', 0], put: 1n })).toBe('a.0 = 1');
  expect(describeEdit({ at: ['a'], remove: true })).toBe('a: removed');
  expect(describeEdit({ at: ['a', 1], insert: 'x' })).toBe('a.1: inserted "x"');
  expect(describeEdit({ at: ['text'], replace: 'a\n', with: 'b' })).toBe('text: "a\\n" became "b"');
});
