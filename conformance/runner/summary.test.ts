import { expect, test } from 'vitest';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import type { CaseResult, Verdict } from '../verdict.ts';
import { summarise } from './summary.ts';

const everyId = requirements.map(({ id }) => id);
const must = find(({ keyword, outside }) => keyword === 'MUST' && outside === undefined);
const should = find(({ keyword }) => keyword === 'SHOULD');
const may = find(({ keyword }) => keyword === 'MAY');
const outside = find((requirement) => requirement.outside !== undefined);

test('everything passed is conformant', () => {
  expect(sum([result('pass', everyId)]).verdict).toBe('conformant');
});

test('one failed case of a MUST is not conformant, whatever else passed', () => {
  const report = sum([result('pass', everyId), result('fail', [must])]);
  expect(report.verdict).toBe('not conformant');
  expect(statusOf(report, must)).toBe('unmet');
});

test('a SHOULD that is not met warns and does not gate', () => {
  const report = sum([result('pass', everyId), result('fail', [should])]);
  expect(report.verdict).toBe('conformant');
  expect(statusOf(report, should)).toBe('warned');
});

test('a MUST that was not answered leaves the run incomplete', () => {
  const report = sum([result('pass', everyId), result('unsupported', [must])]);
  expect(report.verdict).toBe('incomplete');
  expect(statusOf(report, must)).toBe('open');
});

test('a MUST without a case is open unless no operation reaches it', () => {
  const report = sum([]);
  expect(report.verdict).toBe('incomplete');
  expect(statusOf(report, must)).toBe('open');
  expect(statusOf(report, outside)).toBe('outside');
});

test('an observation is never scored', () => {
  const report = sum([result('pass', everyId), result('observed', [may])]);
  expect(statusOf(report, may)).toBe('observed');
  expect(report.verdict).toBe('conformant');
});

test('verdicts are counted', () => {
  const report = sum([result('pass', [must]), result('pass', [must]), result('observed', [may])]);
  expect(report.counts).toEqual({ pass: 2, fail: 0, unsupported: 0, observed: 1 });
});

function sum(results: readonly CaseResult[]) {
  return summarise({ name: 'subject', version: '1' }, 'frozen', results);
}

function statusOf({ requirements: judged }: ReturnType<typeof sum>, id: Requirement['id']) {
  return judged.find((requirement) => requirement.id === id)?.status;
}

function result(verdict: Verdict, proves: readonly Requirement['id'][]): CaseResult {
  return { id: 'area/case', proves, verdict, expected: '', observed: '' };
}

function find(matches: (requirement: Requirement) => boolean): Requirement['id'] {
  const found = requirements.find(matches);
  if (found === undefined) throw new Error('the specification has no such requirement');
  return found.id;
}
