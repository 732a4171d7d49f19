import { validateStrict } from 'ctrf';
import { expect, test } from 'vitest';
import { failingReport, goldenReport } from '../testing/golden-report.ts';
import { renderCtrf } from './ctrf.ts';

test('the golden report, a failing one and one without cases are valid by the schema of CTRF', () => {
  for (const report of [goldenReport, failingReport(20), { ...goldenReport, cases: [] }]) {
    expect(() => validateStrict(JSON.parse(renderCtrf(report)))).not.toThrow();
  }
});

test('the schema finds what is wrong', () => {
  const document = renderCtrf(goldenReport).replace('"status": "passed"', '"status": "green"');
  expect(() => validateStrict(JSON.parse(document))).toThrow();
});

test('what did not pass is failed or skipped, and a known failure is skipped', () => {
  const { results } = JSON.parse(renderCtrf(goldenReport));
  expect(results.summary).toMatchObject({ tests: 18, passed: 2, failed: 9, skipped: 7, start: 0, stop: 0 });
  const raw = results.tests.map(({ status, rawStatus }: Record<string, string>) => `${rawStatus} is ${status}`);
  expect(new Set(raw)).toEqual(
    new Set([
      'pass is passed',
      'fail is failed',
      'fail (known) is skipped',
      'unsupported is skipped',
      'observed is skipped',
      'not-run is skipped',
    ]),
  );
});

test('a case without an id has a name all the same', () => {
  const [line] = goldenReport.cases;
  const report = { ...goldenReport, cases: line === undefined ? [] : [{ ...line, id: '' }] };
  expect(() => validateStrict(JSON.parse(renderCtrf(report)))).not.toThrow();
});
