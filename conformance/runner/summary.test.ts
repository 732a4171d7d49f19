import { expect, test } from 'vitest';
import type { Feature } from '#spec/features.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import { outcomeKinds } from '../outcome.ts';
import type { CaseLine } from '../report/lines.ts';
import { type Verdict, verdicts } from '../verdict.ts';
import { Summary } from './summary.ts';

const everyId = requirements.map(({ id }) => id);
const must = find(({ keyword, outside }) => keyword === 'MUST' && outside === undefined);
const should = find(({ keyword }) => keyword === 'SHOULD');
const may = find(({ keyword }) => keyword === 'MAY');
const outside = find((requirement) => requirement.outside !== undefined);

test('everything passed is conformant where it was everything, else passed', () => {
  expect(sum([line('pass', everyId)]).verdict).toBe('conformant');
  expect(sum([line('pass', everyId)], false).verdict).toBe('passed');
});

test.each([true, false])(
  'one failed case of a MUST is not conformant, whatever else passed (complete: %s)',
  (complete) => {
    const report = sum([line('pass', everyId), line('fail', [must])], complete);
    expect(report.verdict).toBe('not conformant');
    expect(statusOf(report, must)).toBe('unmet');
  },
);

test('a SHOULD that is not met warns and does not gate', () => {
  const report = sum([line('pass', everyId), line('fail', [should])]);
  expect(report.verdict).toBe('conformant');
  expect(statusOf(report, should)).toBe('warned');
});

test.each(['unsupported', 'not-run'] as const)('a MUST with a case that is %s leaves the run incomplete', (verdict) => {
  for (const complete of [true, false]) {
    const report = sum([line('pass', everyId), line(verdict, [must])], complete);
    expect(report.verdict).toBe('incomplete');
    expect(statusOf(report, must)).toBe('open');
  }
});

test('what was not asked is missing from a complete run and not from a part of it', () => {
  const some = [line('pass', [must])];
  expect(sum(some).verdict).toBe('incomplete');
  expect(sum(some, false).verdict).toBe('passed');
});

test('a MUST about what the subject does not declare demands nothing, whatever came of its cases', () => {
  const others = everyId.filter((id) => id !== must);
  for (const verdict of ['observed', 'unsupported'] as const) {
    const report = sum([line('pass', others), line(verdict, [must], ['fuel:wasmtime'])]);
    expect(statusOf(report, must)).toBe('undeclared');
    expect(report.verdict).toBe('conformant');
    expect(report.counts).toMatchObject({ pass: 1, [verdict]: 1 });
  }
});

test.each<[Verdict, string, string]>([
  ['pass', 'met', 'conformant'],
  ['fail', 'unmet', 'not conformant'],
  ['unsupported', 'open', 'incomplete'],
  ['not-run', 'open', 'incomplete'],
])(
  'beside a case for everybody that is %s, one of an undeclared feature counts nothing',
  (verdict, status, overall) => {
    const others = everyId.filter((id) => id !== must);
    const report = sum([line('pass', others), line('observed', [must], ['trap:class']), line(verdict, [must])]);
    expect([statusOf(report, must), report.verdict]).toEqual([status, overall]);
  },
);

test('a run that broke off is incomplete, even if only what gates nothing is missing', () => {
  const summary = new Summary(requirements);
  summary.add(line('pass', everyId));
  expect(summary.footer(true, 'it kept crashing').verdict).toBe('incomplete');
});

test('a MAY is observed whatever comes, and what no operation reaches is outside', () => {
  const report = sum([line('fail', [may])]);
  expect(statusOf(report, may)).toBe('observed');
  expect(statusOf(report, outside)).toBe('outside');
});

test('every verdict and every outcome is counted', () => {
  const report = sum([line('pass', [must]), line('pass', [must]), line('fail', [must])]);
  expect(report.counts).toEqual({ ...zeros(verdicts), pass: 2, fail: 1 });
  expect(report.outcomes).toEqual({ ...zeros(outcomeKinds), ok: 3 });
});

test('a diagnosis stands once, with its number and what was seen first', () => {
  const summary = new Summary(requirements);
  for (const detail of ['first', 'second']) summary.diagnose({ code: 'result.repeated', detail });
  summary.diagnose({ code: 'line.not-json', detail: 'banner' });
  expect(summary.footer(true, null).diagnoses).toEqual([
    { code: 'line.not-json', count: 1, detail: 'banner' },
    { code: 'result.repeated', count: 2, detail: 'first' },
  ]);
});

test('an operation for which only `unsupported` came is named', () => {
  const summary = new Summary(requirements);
  const unsupported = line('unsupported', [must]);
  summary.add({ ...unsupported, observed: { outcome: 'unsupported', text: '' } });
  summary.add({ ...line('pass', [must]), operation: 'trust.add' });
  expect(summary.unsupported).toEqual(['key.parse']);
});

function sum(lines: readonly CaseLine[], complete = true) {
  const summary = new Summary(requirements);
  for (const each of lines) summary.add(each);
  return summary.footer(complete, null);
}

function line(verdict: Verdict, requirements: CaseLine['requirements'], undeclared?: readonly Feature[]): CaseLine {
  return {
    kind: 'case',
    id: 'trust/any',
    requirements,
    operation: 'key.parse',
    verdict,
    expected: undeclared === undefined ? { outcome: 'ok', text: 'ok' } : { outcome: 'observe', undeclared, text: '' },
    observed: { outcome: 'ok', text: 'ok' },
  };
}

function zeros(kinds: readonly string[]) {
  return Object.fromEntries(kinds.map((kind) => [kind, 0]));
}

function statusOf({ requirements }: ReturnType<typeof sum>, wanted: string) {
  return requirements.find(({ id }) => id === wanted)?.status;
}

function find(isWanted: (requirement: Requirement) => boolean) {
  const found = requirements.find(isWanted);
  if (found === undefined) throw new Error('the chapters hold no such requirement');
  return found.id;
}
