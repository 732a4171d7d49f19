import { expect, test } from 'vitest';
import { features } from '#spec/features.ts';
import { type Sample, sampleReport } from '../testing/sample-report.ts';
import { verdictSentences } from './verdict-sentence.ts';

const said = (sample: Sample) => verdictSentences(sampleReport(sample)).join(' ');

test('a conformant subject is told what that means', () => {
  expect(said({ subject: (subject) => ({ ...subject, features }) })).toBe(
    'Every MUST of core, documented and hardened that a case can reach is met.',
  );
});

test('what is about features that a subject does not declare is no hole, and is counted', () => {
  expect(said({})).toMatch(
    /^Every MUST of .* is met\. \d+ requirements are about features that it does not declare\.$/,
  );
});

test('one failure is told with what it breaks', () => {
  expect(said({ failures: 1 })).toMatch(/^\d+ requirements? of core, documented and hardened (is|are) not met: 1 of /);
});

test('failures that the baseline knows of are told apart', () => {
  const known = (sample: Sample) => said({ ...sample, alter: (line) => ({ ...line, known: 'a reason' }) });
  expect(known({ failures: 3 })).toContain('The baseline knows of all of these failures.');
  expect(known({})).not.toContain('baseline');
});

test('what stayed open is counted', () => {
  expect(said({ notRun: 900 })).toMatch(
    /^Nothing that was asked breaks a MUST, and \d+ requirements could not be judged\./,
  );
});

test('of a part without a case no success is told', () => {
  const report = sampleReport({ plan: { shard: '9999/10000', planned: 0 } });
  expect(verdictSentences(report)).toEqual(['Nothing was asked: this part holds no case.']);
});

test('a run that was not everything says in what', () => {
  const report = sampleReport({
    subject: (subject) => ({ ...subject, features }),
    plan: { frozen: false, shard: '2/4', cases: ['a/*'], levels: ['must'], areas: ['trust'] },
  });
  const footer = { ...report.footer, verdict: 'passed' } as const;
  expect(verdictSentences({ ...report, footer })).toEqual([
    'Nothing that was asked failed. It was not everything: the vectors are not the frozen ones, this is part 2/4, the cases were chosen by name, only must was asked, only trust was asked.',
  ]);
});
