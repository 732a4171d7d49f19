import { expect, test } from 'vitest';
import type { Case } from '../case.ts';
import { ReportCheck } from './check.ts';
import type { CaseLine, ExpectedText, Report } from './lines.ts';
import { mergeReports } from './merge.ts';
import { encodeReport } from './stream.ts';
import { greeting, passed, runReport, someCases } from './testing/reports.ts';

// Cases of a feature that the subject does not declare: observed, and no hole in a report.

const cases: readonly Case[] = [
  ...someCases(3),
  ...someCases(5)
    .slice(3)
    .map((one) => ({ ...one, proves: ['FUEL-COST'], needs: ['fuel:wasmtime'] }) as const),
];
const outcome = { outcome: 'observe', undeclared: ['fuel:wasmtime'], text: 'observed only' } as const;

function lineOf(id: string, expected: ExpectedText = outcome): CaseLine {
  const one = cases.find((each) => each.id === id);
  if (one?.needs === undefined) return passed(id);
  return { ...passed(id), requirements: one.proves, verdict: expected === outcome ? 'observed' : 'pass', expected };
}

const observed = (id: string) => lineOf(id);

function declaring(report: Report, features: readonly string[]): Report {
  return { ...report, header: { ...report.header, subject: { ...greeting, features } } };
}

function findingsOf(report: Report, known: readonly Case[] = cases): readonly string[] {
  const check = new ReportCheck(undefined, known);
  check.push(Buffer.from(encodeReport(report)));
  return check.end().map(({ kind }) => kind);
}

test('what was observed only for want of a feature verifies, and leaves the requirement undeclared', () => {
  const report = runReport(cases, observed);
  expect(findingsOf(report)).toEqual([]);
  expect(findingsOf(declaring(report, ['trap:class']))).toEqual([]);
  const status = report.footer.requirements.find(({ id }) => id === 'FUEL-COST')?.status;
  expect([status, report.footer.counts.observed]).toEqual(['undeclared', 2]);
});

test('a subject that declares the feature is not let off', () => {
  const report = declaring(runReport(cases, observed), ['fuel:wasmtime']);
  expect(findingsOf(report)).toEqual(['unscored', 'other-case', 'unscored', 'other-case']);
  expect(findingsOf(report, someCases(1))).toEqual(['unscored', 'unscored']);
});

test('nor is one that does not declare it scored', () => {
  const scored = runReport(cases, (id) => lineOf(id, { outcome: 'ok', text: 'ok' }));
  expect(findingsOf(scored)).toEqual(['other-case', 'other-case']);
  expect(findingsOf(declaring(scored, ['fuel:wasmtime']))).toEqual([]);
});

test.each<[string, ExpectedText]>([
  ['something is expected all the same', { ...outcome, outcome: 'ok' }],
  ['no feature is named', { ...outcome, undeclared: [] }],
])('a line is not left out of the account where %s', (_, expected) => {
  const made = runReport(someCases(1), (id) => ({ ...passed(id), expected }));
  expect(findingsOf(made, someCases(2))).toContain('unscored');
});

test('shards of such a run are merged into what the whole run says', () => {
  const shards = [1, 2].map((index) => runReport(cases, observed, { shard: { index, of: 2 } }));
  const merged = mergeReports(shards, cases);
  expect(merged.ok && encodeReport(merged.report)).toBe(encodeReport(runReport(cases, observed)));
});
