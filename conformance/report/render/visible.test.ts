import { expect, test } from 'vitest';
import { shown, visible, visibleLines } from './visible.ts';

test.each([
  ['caf\u00e9 \u{1f600} \u4e2d', 'caf\u00e9 \u{1f600} \u4e2d'],
  ['\u001b[31m', '\\u001b[31m'],
  ['a\r\nb\tc', 'a\\u000d\\u000ab\\u0009c'],
  ['\u202e\u2066\u200b\u00ad\ufeff', '\\u202e\\u2066\\u200b\\u00ad\\ufeff'],
  ['\ud800 \udc00', '\\ud800 \\udc00'],
  ['\ufffe\uffff', '\\ufffe\\uffff'],
  ['\u{e0001}', '\\udb40\\udc01'],
])('%j is shown as %s', (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test('a text that is cut is never cut in the middle of a character', () => {
  expect(shown('ab', 2)).toBe('ab');
  expect(shown('a\u{1f600}b', 2)).toBe('a… (4 characters)');
});

test('the end of standard error keeps its lines and nothing else', () => {
  expect(visibleLines('a\r\n\tb\u001b[0m\n\n')).toEqual(['a', '  b\\u001b[0m']);
});
