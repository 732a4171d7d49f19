import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { failingReport, goldenReport } from '../testing/golden-report.ts';
import { sarifSchema } from '../testing/sarif-schema.ts';
import { renderSarif } from './sarif.ts';

const ajv = new Ajv({ strict: true, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(sarifSchema);
const read = (report = goldenReport) => JSON.parse(renderSarif(report));
const run = read().runs[0];

test('the golden report, a failing one and one without cases have the shape of SARIF 2.1.0', () => {
  for (const report of [goldenReport, failingReport(20), { ...goldenReport, cases: [] }]) {
    isSarif(read(report));
    expect(isSarif.errors).toBeNull();
  }
  expect(isSarif({ ...read(), version: '2.0.0' })).toBe(false);
});

test('every failure is a result of the rule of its strongest requirement, as severe as its keyword', () => {
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  const shown = run.results.map(({ ruleId, level }: Record<string, string>) => `${ruleId} ${level}`);
  expect(shown).toHaveLength(11);
  expect(new Set(shown)).toEqual(
    new Set(['ART-UNIQUE-NAMES error', 'ART-NAMES-CASE error', 'ART-SIGNATURE-ARRAY warning', 'TRUST-ADD error']),
  );
});

test('a known failure is suppressed with the reason of the baseline', () => {
  const suppressed = run.results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions !== undefined);
  expect(suppressed).toHaveLength(2);
  expect(suppressed[0].suppressions).toEqual([{ kind: 'external', justification: 'issue 12' }]);
});

test('a fingerprint belongs to the case, whatever is observed', () => {
  const fingerprints = (report = goldenReport) =>
    read(report).runs[0].results.map(({ partialFingerprints }: Record<string, unknown>) =>
      JSON.stringify(partialFingerprints),
    );
  const changed = goldenReport.cases.map((line) => ({
    ...line,
    observed: { ...line.observed, text: 'something else' },
  }));
  expect(fingerprints({ ...goldenReport, cases: changed })).toEqual(fingerprints());
  expect(new Set(fingerprints()).size).toBe(11);
});

test('no text of a subject is a link or a placeholder', () => {
  const notes = run.invocations[0].toolExecutionNotifications;
  const messages = [...run.results, ...notes]
    .map(({ message }: { message: { text: string } }) => message.text)
    .join('\n');
  expect(messages).toContain('[x] (http:');
  expect(messages).not.toMatch(/\]\(|\{\d+\}/);
});

test('a run that broke off was no success, and what is said of the adapter is a notification', () => {
  const [{ executionSuccessful, toolExecutionNotifications: notes }] = run.invocations;
  expect(executionSuccessful).toBe(false);
  expect(notes.map(({ level }: Record<string, string>) => level)).toEqual(['error', 'error', 'warning']);
});
