import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

test.each([
  ['', []],
  ['AA==', [0]],
  ['AAA=', [0, 0]],
  ['+/+/', [0xfb, 0xff, 0xbf]],
])('%j is base64 (SIG-BASE64)', (text, bytes) => {
  expect(decodeBase64(text)).toEqual(Uint8Array.from(bytes));
});

test.each([
  ['no padding', 'AA'],
  ['half of the padding', 'AA='],
  ['too much padding', 'AAA=='],
  ['padding alone', '===='],
  ['padding within', 'AA==AA=='],
  ['unused bits that are not zero', 'AB=='],
  ['the letters for URLs', '-_-_'],
  ['a space', 'AA ='],
  ['a line feed at the end', 'AA==\n'],
  ['a single letter', 'A'],
  ['a letter of no alphabet', 'AAA\u0141'],
])('%s is refused (SIG-BASE64)', (_, text) => {
  expect(decodeBase64(text)).toBeUndefined();
});

test('what is encoded decodes, also from the middle of a larger buffer (SIG-BASE64)', () => {
  const property = fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
    expect(decodeBase64(encodeBase64(bytes.subarray(1)))).toEqual(bytes.slice(1));
  });
  fc.assert(property);
});

test('no two texts decode to the same bytes (SIG-BASE64)', () => {
  const property = fc.property(fc.string({ unit: fc.constantFrom(...'AQgw+/=-_ \n'), maxLength: 8 }), (text) => {
    const bytes = decodeBase64(text);
    if (bytes !== undefined) expect(encodeBase64(bytes)).toBe(text);
  });
  fc.assert(property, { numRuns: 1_000 });
});
