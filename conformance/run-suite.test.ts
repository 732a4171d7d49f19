import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import type { Reply } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { Subject } from '#spec/subject.ts';
import { cases } from './cases/index.ts';
import { indexCases } from './recipe/case-index.ts';
import { runSuite } from './run-suite.ts';
import { planCall } from './runner/expectation.ts';
import { judge } from './runner/judge.ts';
import { summarise } from './runner/summary.ts';

const parameters = { names: names.shipped, runtime };
const world = makeWorld(frozenSeed, parameters);
const index = indexCases(cases);
const planned = cases.map((one) => ({ one, expectation: planCall(one, index, world).expectation }));

const everyReason = [...Object.keys(reasons), ...new Set(Object.values(reasons).map(({ family }) => family))];
const constants: readonly (readonly [string, Reply])[] = [
  ['accepts everything', { outcome: 'ok', value: {} }],
  ['faults over everything', { outcome: 'fault', message: '' }],
  ['supports nothing', { outcome: 'unsupported', feature: '' }],
  ...everyReason.map((reason): [string, Reply] => [
    `refuses everything as ${reason}`,
    { outcome: 'reject', reason, native: '' },
  ]),
];

test.each(constants)('a subject that %s meets no requirement', (_, reply) => {
  const results = planned.map(({ one, expectation }) => judge(one, expectation, reply));
  const report = summarise({ name: 'constant', version: '0' }, frozenSeed, results);
  expect(report.requirements.filter(({ status }) => status === 'met').map(({ id }) => id)).toEqual([]);
  expect(report.verdict).not.toBe('conformant');
});

test('a subject that throws has failed the case, and the run goes on', async () => {
  const subject: Subject = {
    name: 'broken',
    version: '0',
    operations: ['trust.add'],
    parameters,
    call: async () => {
      throw new Error('broken');
    },
  };
  const report = await runSuite({ subject });
  expect(report.results.length).toBe(cases.length);
  expect(report.counts.fail).toBeGreaterThan(0);
  expect(report.results.find(({ verdict }) => verdict === 'fail')?.observed).toContain('broken');
});
