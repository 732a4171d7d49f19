import { expect, test } from 'vitest';
import { decodeUtf8 } from './utf8.ts';

test('a byte order mark stays in the text (MAN-TOML-BOM)', () => {
  expect(decodeUtf8(Buffer.from('\ufeffa'))).toBe('\ufeffa');
});

test('what is not UTF-8 has no text (MAN-UTF8)', () => {
  const broken = [[0xff], [0xc0, 0xaf], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]];
  for (const bytes of broken) expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined();
});
