import { expect, test } from 'vitest';
import { decodeCodePage437 } from './code-page-437.ts';

test('every byte has a character of its own, and ASCII is itself (ART-UNIQUE-NAMES)', () => {
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const text = decodeCodePage437(all);
  expect(new Set(text).size).toBe(256);
  expect(text.slice(0, 128)).toBe(all.toString('latin1', 0, 128));
});

test('the letters of western Europe, boxes and signs stand where they stood on the first PC (ART-UNIQUE-NAMES)', () => {
  expect(decodeCodePage437(Buffer.of(0x80, 0x82, 0x9f, 0xb0, 0xc9, 0xe1, 0xe6, 0xff))).toBe('Çéƒ░╔ßµ\u00a0');
});
