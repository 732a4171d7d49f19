import { expect, test } from 'vitest';
import { checkMentions, findMentions, findTests } from './mentions.ts';

const ids = ['TEA-HOT', 'TEA-NOT-COLD', 'WATER'];

function named(text: string): readonly string[] {
  return findMentions([{ file: 'reference/tea.ts', text }], ids).map(({ id }) => id);
}

test('whatever begins like a declared id is a mention', () => {
  expect(named('// TEA-HOT, TEA-NOT-COLD: see (WATER), TEA-HOTTER and TEA-NOT')).toEqual([
    'TEA-HOT',
    'TEA-NOT-COLD',
    'WATER',
    'TEA-HOTTER',
    'TEA-NOT',
  ]);
});

test('words that only resemble an id are none', () => {
  expect(named('TEA-, TEA-hot, GREEN-TEA-HOT, xTEA-HOT, TEA_HOT, UNDERWATER, WATERS, SHA-256')).toEqual([]);
});

test('an id that nobody declares is refused where it is named', () => {
  const mentions = findMentions([{ file: 'README.md', text: 'See\nTEA-HOT and TEA-HOTTER.' }], ids);
  expect(checkMentions(mentions, new Set(ids))).toEqual([
    {
      file: 'README.md',
      line: 2,
      problem: 'TEA-HOTTER is named here and declared nowhere',
      remedy: 'correct the id, or write its block in a chapter',
    },
  ]);
});

test('a test shows a requirement when its name holds the id', () => {
  const text = [
    "test('hot tea is served (TEA-HOT)', () => {",
    '  // TEA-NOT-COLD: only a comment',
    "  const proves = ['TEA-NOT-COLD'];",
    "test.each(cups)(`WATER: it isn't tea, %s`, (cup) => {",
  ].join('\n');
  expect(findTests([{ file: 'reference/tea.test.ts', text }], ids)).toEqual([
    { file: 'reference/tea.test.ts', line: 1, id: 'TEA-HOT', name: 'hot tea is served (TEA-HOT)' },
    { file: 'reference/tea.test.ts', line: 4, id: 'WATER', name: "WATER: it isn't tea, %s" },
  ]);
});
