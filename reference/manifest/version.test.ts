import { expect, test } from 'vitest';
import { compareVersions, parseVersion } from './version.ts';

test.each([
  ['1.0.0', [1, 0, 0]],
  ['01.0.0', [1, 0, 0]],
  ['+1.0.0', [1, 0, 0]],
  ['1.+0.0', [1, 0, 0]],
  [' 1.0.0 ', [1, 0, 0]],
  ['1.0.0\n', [1, 0, 0]],
  ['0.0.0', [0, 0, 0]],
  ['4294967295.0.0', [4294967295, 0, 0]],
  [`${'0'.repeat(400)}7.0.0`, [7, 0, 0]],
])('%j is a version (MAN-SEMVER)', (text, parts) => {
  expect(parseVersion(text)).toEqual(parts);
});

test.each([
  '1.0',
  '1.0.0.0',
  '1..0',
  '',
  'v1.0.0',
  '1.0.0-rc1',
  '1.0.0+b',
  '-1.0.0',
  '-0.0.0',
  '+.0.0',
  '++1.0.0',
  '1. 0.0',
  '1_0.0.0',
  '0x1.0.0',
  '1e0.0.0',
  '4294967296.0.0',
  '0.0.4294967296',
  '١.0.0',
  '\ufeff1.0.0',
])('%j is no version (MAN-SEMVER)', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test('versions are ordered by number, part by part (MAN-VERSION-ORDER)', () => {
  const ascending = ['0.0.9', '0.9.0', '0.10.0', '1.0.0', '4294967295.0.0'];
  for (const [index, text] of ascending.entries()) {
    for (const [other, right] of ascending.entries()) {
      expect(Math.sign(compare(text, right))).toBe(Math.sign(index - other));
    }
  }
  expect(compare('01.0.0', '+1.0.0')).toBe(0);
});

function compare(left: string, right: string): number {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  return a === undefined || b === undefined ? Number.NaN : compareVersions(a, b);
}
