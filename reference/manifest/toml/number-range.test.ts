import { expect, test } from 'vitest';
import { isReadable } from './number-range.ts';

const above128 = String(2n ** 128n);
const below128 = String(-(2n ** 127n) - 1n);

test.each([
  String(2n ** 128n - 1n),
  `+${2n ** 128n - 1n}`,
  String(-(2n ** 127n)),
  `0x${'F'.repeat(32)}`,
  `0x${'0'.repeat(100)}${'f'.repeat(32)}`,
  `0o3${'7'.repeat(42)}`,
  `0b${'1'.repeat(128)}`,
  '340_282_366_920_938_463_463_374_607_431_768_211_455',
  '1.7976931348623157e308',
  '-1.7976931348623157E+308',
  '1e-400',
  `1.${'9'.repeat(1000)}`,
  '+inf',
  '-nan',
])('%s can be read (MAN-NUMBER-RANGE)', (literal) => {
  expect(isReadable(literal)).toBe(true);
});

test.each([
  above128,
  `+${above128}`,
  below128,
  `0x1${'0'.repeat(32)}`,
  `0o4${'0'.repeat(42)}`,
  `0b1${'0'.repeat(128)}`,
  '340_282_366_920_938_463_463_374_607_431_768_211_456',
  '1e400',
  '-1e400',
  '1_0e3_99',
  '1.8e308',
  `${'9'.repeat(400)}.0`,
])('%s cannot (MAN-NUMBER-RANGE)', (literal) => {
  expect(isReadable(literal)).toBe(false);
});
