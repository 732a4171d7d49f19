import { expect, test } from 'vitest';
import { quoted } from './quoted.ts';

test('what stands in a basic string as it is stays readable', () => {
  expect(quoted("it's a \u00e9\u{1f600} _b")).toBe('"it\'s a \u00e9\u{1f600} _b"');
});

test('what would end the string, break the line or not be seen is escaped', () => {
  expect(quoted('"\\')).toBe('"\\"\\\\"');
  expect(quoted('\n\u0085\ufeff\u3000')).toBe('"\\U0000000a\\U00000085\\U0000feff\\U00003000"');
});
