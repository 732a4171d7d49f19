import { expect, test } from 'vitest';
import { compareVersions } from './order.ts';

/** From the lowest to the highest. */
const versions = [
  '',
  '1.0',
  '1.0.0-rc1',
  '4294967296.0.0',
  'beta',
  'v2.0.0',
  '\uff5e',
  '\u{1f600}',
  '0.0.0',
  ' 1.0.0',
  '+1.0.0',
  '01.0.0',
  '1.0.0',
  '1.9.0',
  '1.10.0',
  '4294967295.4294967295.4294967295',
];

test('every version has one place among all others (IDX-VERSION-ORDER)', () => {
  for (const [place, version] of versions.entries()) {
    for (const [other, against] of versions.entries()) {
      expect(Math.sign(compareVersions(version, against)), `${version} ${against}`).toBe(Math.sign(place - other));
    }
  }
});
