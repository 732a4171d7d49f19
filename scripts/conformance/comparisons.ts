import { nearest } from '#conformance/nearest.ts';
import { type CompareProblem, describeCompareProblem } from '#conformance/report/compare/comparable.ts';
import { type CompareOptions, compareReports } from '#conformance/report/compare/compare-reports.ts';
import type { NamedReport } from '#conformance/report/compare/comparison.ts';
import { renderComparisonJson, renderRegressionsJson } from '#conformance/report/compare/json.ts';
import { renderComparisonMarkdown, renderRegressionsMarkdown } from '#conformance/report/compare/markdown.ts';
import { findRegressions } from '#conformance/report/compare/regressions.ts';
import { renderComparisonText, renderRegressionsText } from '#conformance/report/compare/text.ts';
import { renderComparisonHtml } from '#conformance/report/html/render-comparison.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { requirements } from '#spec/generated/requirements.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';
import { readReportFiles } from './report-files.ts';

type Format = 'text' | 'json' | 'markdown' | 'html';

/** By what the subjects call themselves, or, where that does not tell them apart, by the names of the files. */
export function namedReports(paths: readonly string[], shell: Shell): Outcome<readonly NamedReport[]> {
  const reports = readReportFiles(shell, paths);
  if (!reports.ok) return reports;
  const names = reports.value.map(({ header: { subject } }) => `${subject.name} ${subject.version}`);
  const headings = new Set(names).size === names.length ? names : paths;
  return ok(reports.value.map((report, at) => ({ name: headings[at] ?? '', report })));
}

const renderTable = {
  text: renderComparisonText,
  json: renderComparisonJson,
  markdown: renderComparisonMarkdown,
  html: renderComparisonHtml,
} as const;

export function tableOf(reports: readonly NamedReport[], options: CompareOptions, format: Format): Outcome<string> {
  const compared = compareReports(reports, options);
  return compared.ok ? ok(renderTable[format](compared.comparison)) : cannotCompare(compared.problem);
}

const renderChanges = {
  text: renderRegressionsText,
  json: renderRegressionsJson,
  markdown: renderRegressionsMarkdown,
} as const;

interface Changes {
  readonly text: string;
  readonly regressed: boolean;
}

/** From the first report to the second. */
export function changesOf(reports: readonly NamedReport[], mixed: boolean, format: Format): Outcome<Changes> {
  const [before, after] = reports;
  if (before === undefined || after === undefined) return cannotCompare({ problem: 'too-few' });
  const found = findRegressions(before, after, mixed);
  if (!found.ok) return cannotCompare(found.problem);
  const { regressed } = found.regressions;
  if (format !== 'html') return ok({ text: renderChanges[format](found.regressions), regressed });
  const table = tableOf(reports, { mixed }, format);
  return table.ok ? ok({ text: table.value, regressed }) : table;
}

function cannotCompare(problem: CompareProblem): Outcome<never> {
  return refuseHarness('misuse', 'harness.cannot-compare', {
    message: describeCompareProblem(problem),
    ...(problem.problem === 'other-cases' && { hint: 'Run both with one edition of the suite, or give --mixed.' }),
  });
}

const known = requirements.map(({ id }) => id);

export function requirementIds(given: readonly string[]): Outcome<readonly RequirementId[]> {
  const stranger = given.find((id) => !known.some((one) => one === id));
  if (stranger === undefined) return ok(known.filter((id) => given.includes(id)));
  const close = nearest(stranger, known);
  return refuseHarness('misuse', 'harness.unknown-id', {
    message: `There is no requirement ${JSON.stringify(stranger)}${close === undefined ? '.' : `; did you mean ${close}?`}`,
    hint: '`palyra-conformance list --requirements` shows them.',
  });
}
