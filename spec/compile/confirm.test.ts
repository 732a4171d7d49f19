import { expect, test } from 'vitest';
import { parseChapter } from './chapter.ts';
import { checkConfirmed, confirm } from './confirm.ts';

const hot = '> **TEA-HOT** · MUST · core · since 1.0\n> Tea MUST be hot.\n> Why: taste.\n';

function requirements(text: string) {
  return parseChapter({ file: 'spec/trust.md', text }).requirements;
}

function problems(text: string, confirmed: ReadonlyMap<string, string>): readonly string[] {
  return checkConfirmed(requirements(text), confirmed).map(({ problem }) => problem);
}

const confirmed = confirm(requirements(hot), new Map(), new Set(['TEA-HOT']));

test('a sentence that was never confirmed is refused until it is', () => {
  expect(problems(hot, new Map())).toEqual(['TEA-HOT was never confirmed against its cases']);
  expect(problems(hot, confirmed)).toEqual([]);
});

test.each([
  ['be hot.', 'be very hot.'],
  ['· core ·', '· hardened ·'],
  ['MUST', 'SHOULD'],
])('a change of what is asked has to be confirmed again: %s becomes %s', (part, other) => {
  const changed = hot.replaceAll(part, other);
  expect(problems(changed, confirmed)).toEqual(['the sentence of TEA-HOT changed after its cases were confirmed']);
});

test.each([
  ['be hot.', 'be\n>   hot.'],
  ['taste.', 'it tastes better. Fails as `tea.cold`.'],
  ['since 1.0', 'since 1.1'],
])('a change that asks for nothing else stays confirmed: %s becomes %j', (part, other) => {
  expect(problems(hot.replace(part, other), confirmed)).toEqual([]);
});

test('confirming one sentence leaves the others as they were, and forgets those that are gone', () => {
  const both = requirements(`${hot}\n${hot.replaceAll('HOT', 'WET')}`);
  const next = confirm(both, new Map([...confirmed, ['TEA-OLD', 'x']]), new Set());
  expect([...next.keys()]).toEqual(['TEA-HOT']);
});
