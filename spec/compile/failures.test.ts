import { expect, test } from 'vitest';
import { parseChapter } from './chapter.ts';
import { describeComplaint } from './complaint.ts';
import { checkFailures } from './failures.ts';

const hot = '> **TEA-HOT** · MUST · core · since 1.0\n> Tea MUST be hot.\n> Why: taste. Fails as `tea.cold`.\n';

function check(text: string, reasons: Readonly<Record<string, string>>, code = "fail({ code: 'tea.cold' })") {
  const { requirements } = parseChapter({ file: 'spec/trust.md', text });
  const map = new Map(Object.entries(reasons).map(([name, requirement]) => [name, { requirement }]));
  const reasonsFile = { file: 'spec/reasons.ts', text: "{\n  'tea.cold': {},\n  'tea.stale': {},\n}" };
  const raising = [{ file: 'reference/tea.ts', text: code }];
  return checkFailures(requirements, map, { reasonsFile, raising }).map(describeComplaint);
}

test('a code that is asked for, listed and raised is in order', () => {
  expect(check(hot, { 'tea.cold': 'TEA-HOT' })).toEqual([]);
  expect(check(hot, { 'tea.cold': 'TEA-HOT' }, 'const code = "tea.cold";')).toEqual([]);
});

test('a code that nobody raises is refused, at its line of the reasons', () => {
  expect(check(hot, { 'tea.cold': 'TEA-HOT' }, "fail({ code: 'tea.colder' })")).toEqual([
    'spec/reasons.ts:2: nobody raises tea.cold; raise it where it is found, or delete it',
  ]);
});

test('a code whose requirement does not name it is refused', () => {
  const code = "['tea.cold', 'tea.stale']";
  expect(check(hot, { 'tea.cold': 'TEA-HOT', 'tea.stale': 'TEA-HOT' }, code)).toEqual([
    'spec/trust.md:1: TEA-HOT does not name its failure code tea.stale; end its reason with: Fails as `tea.stale`.',
  ]);
});

test('a code whose requirement no chapter declares is refused', () => {
  const code = "['tea.cold', 'tea.stale']";
  expect(check(hot, { 'tea.cold': 'TEA-HOT', 'tea.stale': 'TEA-FRESH' }, code)).toEqual([
    'spec/reasons.ts:3: tea.stale belongs to TEA-FRESH, which no chapter declares; correct the id or write the block',
  ]);
});

test('a requirement that fails as an unknown code is refused', () => {
  expect(check(hot.replace('tea.cold', 'tea.icy'), {})).toEqual([
    'spec/trust.md:1: TEA-HOT fails as tea.icy, which is no failure code; correct the code',
  ]);
});

test('several requirements may fail as one code', () => {
  expect(check(`${hot}\n${hot.replace('TEA-HOT', 'TEA-FRESH')}`, { 'tea.cold': 'TEA-HOT' })).toEqual([]);
});
