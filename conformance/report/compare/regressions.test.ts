import { expect, test } from 'vitest';
import type { CaseLine } from '../lines.ts';
import { failed, passed, runReport, someCases } from '../testing/reports.ts';
import type { NamedReport } from './comparison.ts';
import { findRegressions, type Regressions } from './regressions.ts';

const cases = someCases(1);

const unsupported = (id: string): CaseLine => ({
  ...passed(id),
  verdict: 'unsupported',
  observed: { outcome: 'unsupported', text: 'unsupported: x' },
});
const observed = (id: string): CaseLine => ({ ...passed(id), verdict: 'observed' });
const absent = null;

type Kind = 'broken' | 'newlyFailing' | 'gone' | 'fixed';
const kinds: readonly Kind[] = ['broken', 'newlyFailing', 'gone', 'fixed'];

test.each([
  ['passed', passed, 'passed', passed, undefined],
  ['passed', passed, 'failed', failed, 'broken'],
  ['passed', passed, 'unsupported', unsupported, 'broken'],
  ['passed', passed, 'observed', observed, 'broken'],
  ['passed', passed, 'absent', absent, 'gone'],
  ['failed', failed, 'passed', passed, 'fixed'],
  ['failed', failed, 'failed', failed, undefined],
  ['failed', failed, 'unsupported', unsupported, undefined],
  ['failed', failed, 'absent', absent, undefined],
  ['unsupported', unsupported, 'passed', passed, 'fixed'],
  ['unsupported', unsupported, 'failed', failed, 'newlyFailing'],
  ['observed', observed, 'failed', failed, 'newlyFailing'],
  ['absent', absent, 'failed', failed, 'newlyFailing'],
  ['absent', absent, 'passed', passed, undefined],
] as const)('%s before and %s after... %s', (_before, before, _after, after, expected) => {
  const found = find(named('before', before), named('after', after));
  expect(kinds.filter((kind) => found[kind].length > 0)).toEqual(expected === undefined ? [] : [expected]);
  expect(found.regressed).toBe(expected !== undefined && expected !== 'fixed');
});

test('requirements that are no longer met, or are now, are named', () => {
  expect(find(named('before', passed), named('after', failed)).requirements).toEqual([
    { id: 'TRUST-ADD', before: 'met', after: 'unmet' },
  ]);
  expect(find(named('before', unsupported), named('after', passed)).requirements).toEqual([
    { id: 'TRUST-ADD', before: 'open', after: 'met' },
  ]);
  expect(find(named('before', unsupported), named('after', failed)).requirements).toEqual([]);
});

test('reports of different cases are compared only when told to', () => {
  const other = { name: 'other', report: runReport(someCases(2)) };
  expect(findRegressions(named('before', passed), other)).toMatchObject({
    ok: false,
    problem: { problem: 'other-cases' },
  });
  expect(findRegressions(named('before', passed), other, true)).toMatchObject({ ok: true });
});

function named(name: string, lineOf: ((id: string) => CaseLine) | null): NamedReport {
  const report = runReport(cases, lineOf ?? passed);
  return { name, report: lineOf === null ? { ...report, cases: [] } : report };
}

function find(before: NamedReport, after: NamedReport): Regressions {
  const found = findRegressions(before, after);
  if (!found.ok) throw new Error(found.problem.problem);
  return found.regressions;
}
