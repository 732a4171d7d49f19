import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHex, encodeHex } from './hex.ts';

test.each([
  ['', []],
  ['00ff', [0, 255]],
  ['aBCd', [0xab, 0xcd]],
])('%j is hex (KEY-FORMS)', (text, bytes) => {
  expect(decodeHex(text)).toEqual(Uint8Array.from(bytes));
});

test.each(['0', '0g', '0x00', ' 00', '00\n', '00:00', '\u0660\u0660'])('%j is refused (KEY-FORMS)', (text) => {
  expect(decodeHex(text)).toBeUndefined();
});

test('what is encoded is lower case and decodes, also from the middle of a larger buffer (KEY-ID)', () => {
  const property = fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
    const text = encodeHex(bytes.subarray(1));
    expect(text).toMatch(/^[0-9a-f]*$/);
    expect(decodeHex(text)).toEqual(bytes.slice(1));
  });
  fc.assert(property);
});
