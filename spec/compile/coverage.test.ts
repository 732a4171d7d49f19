import { expect, test } from 'vitest';
import type { CaseSummary } from './cases.ts';
import { parseChapter } from './chapter.ts';
import { checkCoverage } from './coverage.ts';

const proves = ['TEA-HOT'];
const scored: CaseSummary = { kind: 'accepted', id: 'tea/hot', proves };
const observed: CaseSummary = { kind: 'observed', id: 'tea/seen', proves };
const shown = { id: 'TEA-HOT', file: 'reference/tea.test.ts', line: 1 };

function check(keyword: string, cases: readonly CaseSummary[], tests: readonly (typeof shown)[] = [], outside = '') {
  const text = `> **TEA-HOT** · ${keyword} · core · since 1.0\n> Tea ${keyword} be hot.\n> Why: taste.\n${outside}`;
  const { requirements } = parseChapter({ file: 'spec/trust.md', text });
  return checkCoverage(requirements, cases, tests).map(({ problem }) => problem);
}

test.each(['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT'])('a %s without a case is refused', (keyword) => {
  const problem = `TEA-HOT is a ${keyword} without a case`;
  expect(check(keyword, [])).toEqual([problem]);
  expect(check(keyword, [observed], [shown])).toEqual([problem]);
  expect(check(keyword, [scored])).toEqual([]);
});

test('an observation needs an observed case and no other', () => {
  expect(check('MAY', [observed])).toEqual([]);
  expect(check('MAY', [])).toEqual(['TEA-HOT has no observed case']);
  expect(check('MAY', [observed, scored])).toEqual(['TEA-HOT is an observation, and a case scores it']);
});

test('what is outside the protocol needs a test that is named after it', () => {
  const outside = '> Outside the protocol: no operation tastes it.\n';
  expect(check('MUST', [], [shown], outside)).toEqual([]);
  expect(check('MAY', [], [shown], outside)).toEqual([]);
  expect(check('MUST', [], [{ ...shown, id: 'TEA-WET' }], outside)).toEqual([
    'TEA-HOT is outside the protocol and no test is named after it',
  ]);
});
