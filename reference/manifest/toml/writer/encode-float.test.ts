import { expect, test } from 'vitest';
import { encodeFloat } from './encode-float.ts';

test.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-1.5, '-1.5'],
  [0.1, '0.1'],
  [100, '100.0'],
  [Number('579789122830336.25'), '579789122830336.3'],
  [Number('-1211247716566803.25'), '-1211247716566803.3'],
  [Number('93035683954688.125'), '93035683954688.13'],
  [1e20, '100000000000000000000.0'],
  [1e21, '1000000000000000000000.0'],
  [-1.25e22, '-12500000000000000000000.0'],
  [1e-7, '0.0000001'],
  [-1.25e-7, '-0.000000125'],
  [5e-324, `0.${'0'.repeat(323)}5`],
  [Number.MAX_VALUE, `17976931348623157${'0'.repeat(292)}.0`],
])('%d is written as %s (BUILD-MANIFEST)', (value, toml) => {
  expect(encodeFloat(value)).toBe(toml);
  expect(Object.is(Number(toml), value)).toBe(true);
});
