import { expect, test } from 'vitest';
import { readMarkdown } from './blocks.ts';

const bad: readonly (readonly [name: string, unit: string])[] = [
  ['labels without an end', '['],
  ['labels without a destination', '[a]('],
  ['stars', '*'],
  ['stars two and two', '**a'],
  ['backticks', '``'],
  ['digits', '1'],
  ['hashes', '#'],
  ['blanks', ' '],
  ['items', '-\n'],
  ['blanks and a separator of lines', ' \u2028'],
];

function millisecondsFor(text: string): number {
  const start = performance.now();
  readMarkdown(text);
  return performance.now() - start;
}

test.each(bad)('the work for a text of %s grows with its length (A2R-MD-LINEAR)', (_, unit) => {
  // A hundred times what is ever shown: with the square of the length this would take minutes.
  const long = unit.repeat(1_200_000 / unit.length);
  expect(millisecondsFor(`# ${long}`) + millisecondsFor(`- ${long}`) + millisecondsFor(long)).toBeLessThan(10_000);
});

test('what is between two texts stays text, wherever a mark breaks off (A2R-MD-INLINE)', () => {
  const [block] = readMarkdown('a [b](javascript:x)*c');
  expect(block).toEqual({
    role: 'paragraph',
    tone: 'normal',
    content: [
      { role: 'text', text: 'a ' },
      { role: 'text', text: 'b' },
      { role: 'text', text: '*c' },
    ],
  });
});
