import { expect, test } from 'vitest';
import { compareBytes } from './byte-order.ts';

const samples = [
  '',
  'a',
  'aa',
  'b',
  '\u0000',
  'é',
  'z\u0300',
  '\ud7ff',
  '\ue000',
  '\uff5e',
  '\uffff',
  '\u{10000}',
  '\u{1f600}',
  '\u{10ffff}',
  'a\uff5e',
  'a\u{1f600}',
];

test('the order is that of the UTF-8 bytes (MAN-FREE-FORM)', () => {
  for (const a of samples) {
    for (const b of samples) {
      expect(Math.sign(compareBytes(a, b)), JSON.stringify([a, b])).toBe(
        Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
    }
  }
});

test('a character beyond U+FFFF comes after U+FF5E, unlike in the order of UTF-16 (ART-PAYLOAD-HASH)', () => {
  expect('😀' < '～').toBe(true);
  expect(compareBytes('😀', '～')).toBeGreaterThan(0);
});
