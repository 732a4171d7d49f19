import { expect, test } from 'vitest';
import { columns, pageWidth, wrap } from './wrap.ts';

test('a text is broken at spaces, and a no-break space holds', () => {
  const lines = wrap(`${'word '.repeat(40)}no\u00a0break`, 2, 4).split('\n');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(pageWidth);
  expect(lines[0]).toMatch(/^ {2}word /);
  expect(lines.at(-1)).toMatch(/^ {4}word.* no break$/);
});

test('a word that is too long for a line gets one of its own', () => {
  expect(wrap(`a ${'b'.repeat(200)} c`, 0)).toBe(`a\n${'b'.repeat(200)}\nc`);
});

test('columns are as wide as their widest cell, and no line ends in spaces', () => {
  expect(
    columns(
      [
        ['a', 'bb', 'c'],
        ['aaa', 'b', ''],
      ],
      1,
    ),
  ).toBe(' a    bb  c\n aaa  b\n');
});
