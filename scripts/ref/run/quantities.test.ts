import { expect, test } from 'vitest';
import { optionBytes, parseBytes, parseCount, showBytes, showCount } from './quantities.ts';

test.each([
  ['0', 0n],
  ['007', 7n],
  ['10_000_000', 10_000_000n],
  ['18446744073709551615', 2n ** 64n - 1n],
])('%s is a count', (text, count) => expect(parseCount(text)).toBe(count));

test.each(['', '-1', '1.5', '1k', '1e3', '0x10', '_1', '1_', '1__0', ' 1', '18446744073709551616', '1'.repeat(1000)])(
  '%j is no count',
  (text) => expect(parseCount(text)).toBeUndefined(),
);

test.each([
  ['65536', 65_536n],
  ['64KiB', 65_536n],
  ['64 MiB', 67_108_864n],
  ['1_0GiB', 10_737_418_240n],
])('%s is a size', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

test.each(['KiB', '1KB', '1kib', '1MB', '1.5GiB', '17179869184GiB'])('%j is no size', (text) => {
  expect(parseBytes(text)).toBeUndefined();
});

test.each([
  [0n, '0 bytes', '0'],
  [1023n, '1_023 bytes', '1_023'],
  [65_536n, '64 KiB', '64KiB'],
  [1_114_112n, '1_088 KiB', '1_088KiB'],
  [67_108_864n, '64 MiB', '64MiB'],
])('%s bytes are shown as %s, and %s reads back', (bytes, shown, option) => {
  expect(showBytes(bytes)).toBe(shown);
  expect(optionBytes(bytes)).toBe(option);
  expect(parseBytes(option)).toBe(bytes);
});

test('digits stand in threes', () => {
  expect([0, 999, 1000, 1_234_567].map(showCount)).toEqual(['0', '999', '1_000', '1_234_567']);
});
