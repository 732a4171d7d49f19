import { expect, test } from 'vitest';
import type { CaseLine } from '../lines.ts';
import { goldenReport } from '../testing/golden-report.ts';
import { failed, passed, runReport, someCases } from '../testing/reports.ts';
import { describeCompareProblem } from './comparable.ts';
import { type CompareOptions, compareReports } from './compare-reports.ts';
import type { Comparison, NamedReport } from './comparison.ts';

const cases = someCases(5);
const good = { name: 'good', report: runReport(cases) };
const bad = { name: 'bad', report: runReport(cases, (id) => (id.endsWith('2') ? failed(id) : passed(id))) };

function compare(reports: readonly NamedReport[], options: CompareOptions = {}): Comparison {
  const compared = compareReports(reports, options);
  if (!compared.ok) throw new Error(describeCompareProblem(compared.problem));
  return compared.comparison;
}

test('reports stand side by side, in the order given', () => {
  const { subjects, cases: rows, requirements } = compare([good, bad]);
  expect(subjects).toMatchObject([
    { name: 'good', subject: { name: 'adapter' }, counts: { pass: 5 } },
    { name: 'bad', verdict: 'not conformant', counts: { fail: 1 } },
  ]);
  expect(rows.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  expect(rows[2]).toMatchObject({ differs: true, cells: [{ verdict: 'pass' }, { verdict: 'fail', reason: 'X' }] });
  expect(requirements.find(({ id }) => id === 'TRUST-ADD')).toMatchObject({ cells: ['met', 'unmet'], differs: true });
});

test('only what differs is left on demand', () => {
  const { cases: rows, requirements } = compare([good, bad, good2()], { filter: { onlyDifferences: true } });
  expect(rows.map(({ id }) => id)).toEqual(['trust/case-2']);
  expect(requirements.map(({ id }) => id)).toEqual(['TRUST-ADD']);
});

test('two right answers do not differ, two wrong ones do, and so do two that nobody scores', () => {
  const answer = (line: CaseLine, reason: string): CaseLine => ({
    ...line,
    observed: { outcome: 'reject', reason, text: `reject ${reason}` },
  });
  const differs = (lineOf: (id: string) => CaseLine) =>
    compare([
      { name: 'a', report: runReport(cases, (id) => answer(lineOf(id), 'trust.bad-key')) },
      { name: 'b', report: runReport(cases, (id) => answer(lineOf(id), 'TrustKey')) },
    ]).cases.some((row) => row.differs);
  expect(differs(passed)).toBe(false);
  expect(differs(failed)).toBe(true);
  expect(differs((id) => ({ ...passed(id), verdict: 'observed' }))).toBe(true);
});

test('areas, sets and requirements leave the rows that belong to them', () => {
  const reports = [
    { name: 'a', report: goldenReport },
    { name: 'b', report: goldenReport },
  ];
  const idsOf = (filter: CompareOptions['filter']) => {
    const { requirements, cases: rows } = compare(reports, filter === undefined ? {} : { filter });
    return [requirements.map(({ id }) => id), rows.map(({ id }) => id)];
  };
  expect(idsOf({ areas: ['manifest'] })).toEqual([['MAN-UTF8'], ['manifest/minimal']]);
  expect(idsOf({ requirements: ['ART-HOLES'] })).toEqual([['ART-HOLES'], ['artifact/holes']]);
  expect(idsOf({ sets: ['hardened'] })).toEqual([[], []]);
  expect(idsOf({ sets: ['core'] })).toEqual(idsOf({}));
});

test('what a report was not asked is empty and no difference', () => {
  const part = { name: 'part', report: runReport(cases, passed, { selection: { cases: ['*1'] } }) };
  const { cases: rows } = compare([good, part]);
  expect(rows.map(({ cells, differs }) => [cells[1]?.verdict, differs])).toEqual([
    [undefined, false],
    ['pass', false],
    [undefined, false],
    [undefined, false],
    [undefined, false],
  ]);
});

test('reports of different cases are compared only when told to', () => {
  const other = { name: 'other', report: runReport(someCases(6)) };
  expect(compareReports([good, other])).toEqual({
    ok: false,
    problem: { problem: 'other-cases', first: 'good', other: 'other' },
  });
  expect(compare([good, other], { mixed: true })).toMatchObject({ mixed: true, cases: { length: 6 } });
  expect(compare([good, bad], { mixed: true })).toMatchObject({ mixed: false });
});

test.each([
  [[], 'A comparison takes two reports or more.'],
  [[good], 'A comparison takes two reports or more.'],
  [[good, { ...bad, name: 'good' }], 'Two of the reports are called good.'],
  [
    [good, { name: 'o\u001b', report: runReport(someCases(6)) }],
    'o\\u001b and good were asked by suites with different cases.',
  ],
])('what cannot be compared is refused: %#', (reports, sentence) => {
  const compared = compareReports(reports);
  expect(compared.ok ? '' : describeCompareProblem(compared.problem)).toBe(sentence);
});

function good2(): NamedReport {
  return { ...good, name: 'good too' };
}
