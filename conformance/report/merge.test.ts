import { expect, test } from 'vitest';
import type { PlanOptions } from '../plan/plan.ts';
import type { CaseLine, Report } from './lines.ts';
import { mergeReports } from './merge.ts';
import { describeMergeProblem, type MergeProblem } from './merge-problem.ts';
import { encodeReport } from './stream.ts';
import { failed, passed, runReport, someCases } from './testing/reports.ts';
import { verifyReport } from './verify.ts';

const cases = someCases(40);
const of = 3;

test('the shards of a run make the report of the undivided run, in whatever order they come', () => {
  const whole = runReport(cases, mixed);
  const shards = shardsOf(mixed);
  for (const order of [shards, shards.toReversed()]) {
    const merged = mergeReports(order, cases);
    expect(merged.ok && encodeReport(merged.report)).toBe(encodeReport(whole));
  }
});

test('so do the shards of a run that was filtered', () => {
  const options = { selection: { sets: ['core'], areas: ['trust'], levels: ['must'], cases: ['*1*', '*2'] } } as const;
  const merged = mergeReports(shardsOf(passed, options), cases);
  expect(merged).toEqual({ ok: true, report: runReport(cases, passed, options) });
  expect(merged).toMatchObject({ report: { footer: { verdict: 'passed' }, header: { plan: { complete: false } } } });
});

test('a run of one shard is merged too', () => {
  expect(mergeReports([shard(1, 1)], cases)).toEqual({ ok: true, report: runReport(cases) });
});

test('what was said of the adapter is added up, and a merged report verifies', () => {
  const count = (index: number) => [{ code: 'line.carriage-return', count: index, detail: `in ${index}` }] as const;
  const shards = shardsOf(passed).map((one, index) => ({
    ...one,
    footer: { ...one.footer, diagnoses: count(index + 1) },
  }));
  const merged = mergeReports(shards, cases);
  expect(merged).toMatchObject({
    report: { footer: { diagnoses: [{ code: 'line.carriage-return', count: 6, detail: 'in 1' }] } },
  });
  expect(merged.ok && verifyReport(Buffer.from(encodeReport(merged.report)))).toEqual([]);
});

test('that an operation is not supported after all is said of the whole, not of a shard', () => {
  const unsupported = (id: string): CaseLine => ({
    ...passed(id),
    verdict: 'unsupported',
    observed: { outcome: 'unsupported', text: 'unsupported: x' },
  });
  const said = [{ code: 'subject.declared-unsupported', count: 1, detail: 'trust.add' }] as const;
  const [first, ...others] = shardsOf(unsupported).map((one) => ({
    ...one,
    footer: { ...one.footer, diagnoses: said },
  }));
  expect(mergeReports([first ?? shard(1), ...others], cases)).toMatchObject({
    report: { footer: { diagnoses: said } },
  });
  expect(mergeReports([shard(1), ...others], cases)).toMatchObject({ report: { footer: { diagnoses: [] } } });
});

test('a shard that was stopped leaves the whole incomplete', () => {
  const notRun = (id: string): CaseLine => ({
    ...passed(id),
    verdict: 'not-run',
    observed: { outcome: 'not-run', text: '' },
  });
  const stopped = shard(2, of, notRun);
  const shards = [shard(1), { ...stopped, footer: { ...stopped.footer, stopped: 'too many crashes' } }, shard(3)];
  expect(mergeReports(shards, cases)).toMatchObject({
    report: { footer: { verdict: 'incomplete', stopped: 'shard 2/3: too many crashes' } },
  });
});

const all = shardsOf(passed);
const [one = shard(1), two = shard(2), three = shard(3)] = all;

const refusals: readonly (readonly [string, readonly Report[], MergeProblem['problem'], string])[] = [
  ['nothing', [], 'no-reports', 'There is nothing to merge.'],
  ['a run that was not divided', [runReport(cases)], 'not-a-shard', 'file 0 is not the report of a shard.'],
  [
    'a shard beyond the last',
    [withPlan(one, { shard: '4/3' }), two, three],
    'not-a-shard',
    'file 0 is not the report of a shard.',
  ],
  ['two of three shards', [one, three], 'shards-missing', 'No report is shard 2/3.'],
  ['a shard twice', [one, two, three, two], 'shard-twice', 'file 3 is shard 2/3, which another report is too.'],
  [
    'shards of two divisions',
    [one, two, shard(3, 4)],
    'other-plan',
    'file 2 is of a run with another plan: not the same number of shards.',
  ],
  [
    'shards of two seeds',
    [one, two, shard(3, of, passed, { seed: 'other', frozen: false })],
    'other-plan',
    'file 2 is of a run with another plan: not the same seed.',
  ],
  [
    'shards of two subjects',
    [one, two, { ...three, header: { ...three.header, subject: { ...three.header.subject, features: ['x'] } } }],
    'other-subject',
    'file 2 is of adapter 1.2.3, which does not say the same of itself as adapter 1.2.3 before.',
  ],
  [
    'the shard of another suite',
    [one, two, { ...three, header: { ...three.header, suite: { name: 'palyra-conformance', version: '9.0.0' } } }],
    'other-suite',
    'file 2 was made by palyra-conformance 9.0.0, and this is palyra-conformance 0.1.0.',
  ],
  ['shards of other cases', someShards(41), 'other-digest', 'file 0 was made with other cases than this suite has.'],
  [
    'a shard that lost its cases',
    [one, two, { ...three, cases: [] }],
    'cases-missing',
    `No report has ${three.cases
      .slice(0, 10)
      .map(({ id }) => id)
      .join(', ')} and ${three.cases.length - 10} more.`,
  ],
  [
    'a shard with a case of another one',
    [one, { ...two, cases: [...two.cases, passed(one.cases[0]?.id ?? '')] }, three],
    'cases-twice',
    `file 1 has ${one.cases[0]?.id}, as has a report before it.`,
  ],
  [
    'a shard with a case that nobody planned',
    [one, { ...two, cases: [...two.cases, passed('trust/new\u001b')] }, three],
    'cases-not-planned',
    'file 1 has trust/new\\u001b, which is not in the plan.',
  ],
];

test.each(refusals)('%s: refused', (_, reports, problem, sentence) => {
  const merged = mergeReports(reports, cases);
  expect(merged).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.objectContaining({ problem })]) });
  const told = merged.ok
    ? []
    : merged.problems.map((found) => describeMergeProblem(found, (report) => `file ${report}`));
  expect(told).toContain(sentence);
});

test('a shard of a billion is refused at once', () => {
  expect(mergeReports([withPlan(one, { shard: '1/999999999' })], cases)).toMatchObject({
    problems: [{ problem: 'shards-missing', count: 999_999_998 }],
  });
});

function mixed(id: string): CaseLine {
  return id.endsWith('3') ? failed(id) : passed(id);
}

function shard(index: number, parts = of, lineOf = passed, options: Partial<PlanOptions> = {}): Report {
  return runReport(cases, lineOf, { ...options, shard: { index, of: parts } });
}

function shardsOf(lineOf: (id: string) => CaseLine, options: Partial<PlanOptions> = {}): readonly Report[] {
  return [1, 2, 3].map((index) => shard(index, of, lineOf, options));
}

function someShards(count: number): readonly Report[] {
  return [1, 2, 3].map((index) => runReport(someCases(count), passed, { shard: { index, of } }));
}

function withPlan(report: Report, plan: Partial<Report['header']['plan']>): Report {
  return { ...report, header: { ...report.header, plan: { ...report.header.plan, ...plan } } };
}
