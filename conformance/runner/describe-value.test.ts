import { expect, test } from 'vitest';
import type { WireValue } from '#spec/operations.ts';
import { describeValue } from './describe-value.ts';

test('a value stands on one short line', () => {
  expect(
    describeValue(
      new Map<string, bigint | null>([
        ['a', 1n],
        ['b', null],
      ]),
    ),
  ).toBe('{"a":1,"b":null}');
  expect(describeValue(18446744073709551615n)).toBe('18446744073709551615');
  expect([1n, 1, -0, 1e300].map((number) => describeValue(number))).toEqual(['1', '1.0', '-0.0', '1e+300']);
  expect(describeValue(undefined)).toBe('nothing');
  expect(describeValue('x'.repeat(500))).toMatch(/^"x{159}… \(500 characters\)$/);
  expect(describeValue(Array(500).fill(null))).toMatch(/^\[null,.{154}… \(500 elements\)$/);
  expect(describeValue({ a: [], b: {}, c: ['x'.repeat(500)] })).toMatch(/^\{"a":\[\],"b":\{\},"c":\["x{139}…$/);
});

test('of bytes the number and the digest are shown, whatever their class', () => {
  const shown = '["3 bytes, sha256 039058c6f2c0…"]';
  expect(describeValue([Uint8Array.of(1, 2, 3)])).toBe(shown);
  expect(describeValue([Buffer.from([1, 2, 3])])).toBe(shown);
  expect(describeValue(new Map([['a', Buffer.from([1, 2, 3])]]))).toBe('{"a":"3 bytes, sha256 039058c6f2c0…"}');
});

const large = Buffer.alloc(64 * 1024 * 1024);
let deep: WireValue = [];
for (let level = 0; level < 100_000; level++) deep = level % 2 === 0 ? [deep] : new Map([['a', deep]]);

test.each<[string, WireValue]>([
  ['a blob', large],
  ['a blob inside', [new Map([['a', large]])]],
  ['many small blobs', Array(1_000_000).fill(large.subarray(0, 1))],
  ['a text', '\u0000'.repeat(2 ** 26)],
  ['a key', new Map([['x'.repeat(2 ** 26), 1n]])],
  ['a list', Array(1_000_000).fill(['x'])],
  ['a list inside', new Map([['a', Array(1_000_000).fill(0n)]])],
  ['an object', new Map(Array.from({ length: 1_000_000 }, (_, index) => [`${index}`, null]))],
  ['depth', deep],
])('of a large value only the beginning is looked at: %s', (_, value) => {
  const start = performance.now();
  expect(describeValue(value).length).toBeLessThan(200);
  expect(performance.now() - start).toBeLessThan(300);
});
