import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostile } from '../testing/golden-report.ts';
import { cellCode, inlineCode } from './inline-code.ts';

test.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['', '*nothing*'],
  [' ', '*nothing*'],
  ['@team [x](y) <b>', '`@team [x](y) <b>`'],
  ['a\nb', '`a\\u000ab`'],
])('%j is %s', (text, code) => {
  expect(inlineCode(text)).toBe(code);
});

test('a long text is cut, and says how long it was', () => {
  expect(inlineCode('x'.repeat(1000))).toBe(`\`${'x'.repeat(300)}… (1000 characters)\``);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('`', '``', '|', '\\', '\n', ' ', '<', '@', 'a')).map((parts) => parts.join('')),
  fc.constant(hostile),
);

test('no text gets out of its code', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const code = inlineCode(text);
      const fence = /^`+/.exec(code)?.[0] ?? '';
      if (fence === '') {
        expect(code).toBe('*nothing*');
        return;
      }
      // A run of as many backticks as at the beginning ends it, and the only one stands at the end.
      const runs = [...code.matchAll(/`+/g)].filter(([run]) => run === fence);
      expect(runs.map(({ index }) => index)).toEqual([0, code.length - fence.length]);
      expect(code).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }),
  );
});

test('no text ends its cell, whether or not a backslash escapes a backslash', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cell = cellCode(text);
      expect(cell.replace(/\\\|/g, '')).not.toContain('|');
      expect(cell.replace(/\\./gs, '')).not.toContain('|');
    }),
  );
});
