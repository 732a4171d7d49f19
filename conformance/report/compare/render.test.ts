import { expect, test } from 'vitest';
import { failingReport, goldenReport, hostile } from '../testing/golden-report.ts';
import { aligned } from './aligned.ts';
import { compareReports } from './compare-reports.ts';
import type { Comparison, NamedReport } from './comparison.ts';
import { renderComparisonJson, renderRegressionsJson } from './json.ts';
import { renderComparisonMarkdown, renderRegressionsMarkdown } from './markdown.ts';
import { findRegressions, type Regressions } from './regressions.ts';
import { renderComparisonText, renderRegressionsText } from './text.ts';

const turned = goldenReport.cases.map((line) => {
  if (line.verdict === 'pass')
    return { ...line, verdict: 'fail', observed: { outcome: 'fault', text: hostile } } as const;
  return line.verdict === 'fail' ? ({ ...line, verdict: 'pass' } as const) : line;
});
const golden = compare([
  { name: 'old.jsonl', report: goldenReport },
  { name: hostile, report: { ...goldenReport, cases: turned } },
  { name: '\u4e2d\u6587.jsonl', report: { ...goldenReport, cases: goldenReport.cases.slice(0, 9) } },
]);
const regressed = find(
  { name: 'old.jsonl', report: goldenReport },
  { name: hostile, report: { ...goldenReport, cases: turned } },
);

test.each([
  ['comparison.txt', renderComparisonText(golden)],
  ['comparison.json', renderComparisonJson(golden)],
  ['comparison.md', renderComparisonMarkdown(golden)],
  ['regressions.txt', renderRegressionsText(regressed, { subjectCommand: './adapter' })],
  ['regressions.json', renderRegressionsJson(regressed)],
  ['regressions.md', renderRegressionsMarkdown(regressed, { subjectCommand: './adapter' })],
])('%s is the golden one', async (name, rendered) => {
  await expect(rendered).toMatchFileSnapshot(`golden/${name}.golden`);
});

test('columns are aligned, also where a character is wide or takes no place', () => {
  expect(aligned([['a', 'b'], ['\u4e2d\u6587', 'c'], ['e\u0301', 'd', 'e'], []])).toEqual([
    'a     b',
    '\u4e2d\u6587  c',
    'e\u0301     d  e',
    '',
  ]);
});

test('what is shown on a terminal cannot steer it', () => {
  const shown = renderComparisonText(golden) + renderRegressionsText(regressed) + renderComparisonJson(golden);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b\ud800-\udbff](?![\udc00-\udfff])/);
});

test('the JSON holds every text as it is', () => {
  expect(JSON.parse(renderComparisonJson(golden))).toEqual(golden);
  expect(JSON.parse(renderRegressionsJson(regressed))).toEqual(regressed);
});

test('a comment stays below 60,000 characters and says what it leaves out', () => {
  const many = failingReport(20_000);
  const passing = { ...many, cases: many.cases.map((line) => ({ ...line, verdict: 'pass' }) as const) };
  const reports = Array.from({ length: 30 }, (_, index) => ({ name: `${index} ${hostile}`, report: many }));
  const matrix = renderComparisonMarkdown(compare(reports));
  const broken = renderRegressionsMarkdown(find({ name: hostile, report: passing }, { name: 'after', report: many }));
  for (const comment of [matrix, broken]) {
    expect(comment.length).toBeLessThan(60_000);
    const rows = comment.match(/^\| `artifact\/case-/gm)?.length ?? 0;
    expect(comment).toContain(`… and ${20_000 - rows} more\n`);
    expect(rows).toBeGreaterThan(20);
  }
  expect(matrix).toContain('… and 22 more subjects');
});

function compare(reports: readonly NamedReport[]): Comparison {
  const compared = compareReports(reports);
  if (!compared.ok) throw new Error(compared.problem.problem);
  return compared.comparison;
}

function find(before: NamedReport, after: NamedReport): Regressions {
  const found = findRegressions(before, after);
  if (!found.ok) throw new Error(found.problem.problem);
  return found.regressions;
}
