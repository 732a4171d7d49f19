import { expect, test } from 'vitest';
import type { WireValue } from '#spec/operations.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { type Outcome, outcomeKinds } from '../outcome.ts';
import type { Verdict } from '../verdict.ts';
import { type Expectation, judge } from './judge.ts';
import { type ExpectedKind, expectedKinds, type ObservedKind, observedKinds, outcomeOf } from './verdict-table.ts';

const diagnosis: Diagnosis = { code: 'exit.code', detail: 'it left with 139' };

/** One outcome for each row of the table, as the case with a value and the case with a code see them. */
const outcomes: Readonly<Record<ObservedKind, Outcome>> = {
  ok: { outcome: 'ok', value: { a: 1n } },
  'ok, another value': { outcome: 'ok', value: { a: 2n } },
  'reject, the code': { outcome: 'reject', reason: 'artifact.not-zip', native: '' },
  'reject, its family': { outcome: 'reject', reason: 'Zip', native: '' },
  'reject, another reason': { outcome: 'reject', reason: 'artifact.encrypted', native: '' },
  unsupported: { outcome: 'unsupported', feature: 'x' },
  fault: { outcome: 'fault', message: 'x' },
  crash: { outcome: 'crash', diagnosis, stderr: 'boom' },
  timeout: { outcome: 'timeout', diagnosis, stderr: '' },
  'protocol-error': { outcome: 'protocol-error', diagnosis, stderr: '' },
  'not-run': { outcome: 'not-run', why: 'x' },
  flaky: { outcome: 'flaky', diagnosis, first: 'ok', later: 'crash' },
  'harness-error': { outcome: 'harness-error', message: 'x' },
};

const expectations: Readonly<Record<ExpectedKind, Expectation>> = {
  ok: { outcome: 'ok', value: undefined, archive: undefined, relation: undefined, budgets: [] },
  value: { outcome: 'ok', value: { a: 1n }, archive: undefined, relation: undefined, budgets: [] },
  reject: { outcome: 'reject', code: 'artifact.not-zip' },
  observe: { outcome: 'observe', shipping: 'accepted' },
};

/** Written out a second time, in the order of `expectedKinds`, so that the table itself is held against something. */
const verdicts: Readonly<Record<ObservedKind, readonly [Verdict, Verdict, Verdict, Verdict]>> = {
  ok: ['pass', 'pass', 'fail', 'observed'],
  'ok, another value': ['pass', 'fail', 'fail', 'observed'],
  'reject, the code': ['fail', 'fail', 'pass', 'observed'],
  'reject, its family': ['fail', 'fail', 'pass', 'observed'],
  'reject, another reason': ['fail', 'fail', 'fail', 'observed'],
  unsupported: ['unsupported', 'unsupported', 'unsupported', 'unsupported'],
  fault: ['fail', 'fail', 'fail', 'observed'],
  crash: ['fail', 'fail', 'fail', 'observed'],
  timeout: ['fail', 'fail', 'fail', 'observed'],
  'protocol-error': ['fail', 'fail', 'fail', 'observed'],
  'not-run': ['not-run', 'not-run', 'not-run', 'not-run'],
  flaky: ['fail', 'fail', 'fail', 'observed'],
  'harness-error': ['not-run', 'not-run', 'not-run', 'not-run'],
};

const pairs = observedKinds.flatMap((observed) =>
  expectedKinds.map((expected, column) => ({ expected, observed, verdict: verdicts[observed][column] })),
);

test.each(pairs)('expected $expected, observed $observed: $verdict', ({ expected, observed, verdict }) => {
  const judgement = judge(expectations[expected], outcomes[observed]);
  expect(judgement.verdict).toBe(verdict);
  expect(judgement.observed.outcome).toBe(outcomeOf(observed));
});

test('the rows are about all ten outcomes', () => {
  expect(new Set(observedKinds.map(outcomeOf))).toEqual(new Set(outcomeKinds));
});

test('only an ok or a refusal can pass', () => {
  const passing = pairs.filter(({ verdict }) => verdict === 'pass').map(({ observed }) => outcomeOf(observed));
  expect(new Set(passing)).toEqual(new Set(['ok', 'reject']));
});

test('a reply that should hold an archive and holds none is a mismatch', () => {
  const expectation: Expectation = {
    outcome: 'ok',
    value: undefined,
    archive: { entries: {} },
    relation: undefined,
    budgets: [],
  };
  const { verdict, observed } = judge(expectation, { outcome: 'ok', value: { artifact: 'text' } });
  expect(verdict).toBe('fail');
  expect(observed.text).toBe('ok, but value.artifact is "text" instead of bytes');
});

test.each(observedKinds)('of what needs an undeclared feature nothing is expected: %s', (observed) => {
  const { verdict, expected } = judge(
    { outcome: 'observe', undeclared: ['fuel:wasmtime', 'trap:class'] },
    outcomes[observed],
  );
  expect(verdict).toBe(verdicts[observed][expectedKinds.indexOf('observe')]);
  expect(expected).toEqual({
    outcome: 'observe',
    undeclared: ['fuel:wasmtime', 'trap:class'],
    text: 'observed only: needs fuel:wasmtime, trap:class, which the subject does not declare',
  });
});

test('a relation is judged beside the value, which comes first', () => {
  const asked = { archive: undefined, relation: 'fuel', budgets: [1n] } as const;
  const runs = (fuelLeft: bigint) =>
    ({ outcome: 'ok', value: { runs: [{ stop: null, exitCode: 7n, fuelLeft }] } }) as const;
  const textOf = (value: WireValue | undefined, fuelLeft: bigint) => {
    const { verdict, observed } = judge({ outcome: 'ok', value, ...asked }, runs(fuelLeft));
    return `${verdict}: ${observed.text}`;
  };
  expect(textOf(undefined, 1n)).toBe('pass: ok');
  expect(textOf(undefined, 2n)).toBe(
    'fail: ok, but value.runs[0].fuelLeft is 2, and must be from 0 to the budget (fuelBudgets[0] = 1)',
  );
  expect(textOf({ runs: [{ exitCode: 8n }] }, 2n)).toBe(
    'fail: ok, but value.runs[0].exitCode is 7 instead of 8 (fuelBudgets[0] = 1)',
  );
});

test('what a subject says at great length is cut, and how long it was is told', () => {
  const native = 'x'.repeat(100_000);
  const { observed } = judge(expectations.ok, { outcome: 'reject', reason: native, native });
  expect(JSON.stringify(observed).length).toBeLessThan(10_000);
  expect(observed.native).toContain('100000 characters');
});

test.each<[string, Partial<Extract<Expectation, { readonly outcome: 'ok' }>>]>([
  ['ok', {}],
  ['ok with runs[0].stop "timed-out"', { value: { runs: [{ stop: 'timed-out' }] } }],
  [
    'ok with runs[0].stop null, runs[0].exitCode 7, runs[1].stop "limit"',
    { value: { runs: [{ stop: null, exitCode: 7n }, { stop: 'limit' }] } },
  ],
  ['ok with a {"b":1}, c ["d"], e 1.0', { value: { a: new Map([['b', 1n]]), c: ['d'], e: 1 } }],
  ['ok with {"b":1}', { value: new Map([['b', 1n]]) }],
  ['ok with any value', { value: {} }],
  ['ok with an archive of a, b', { archive: { entries: { a: null, b: null } } }],
  ['ok with a 1, and the relation fuel among the runs', { value: { a: 1n }, relation: 'fuel' }],
])('what is expected of a value is told whatever came: %s', (text, asked) => {
  const expectation = {
    outcome: 'ok',
    value: undefined,
    archive: undefined,
    relation: undefined,
    budgets: [],
    ...asked,
  } as const;
  for (const outcome of Object.values(outcomes))
    expect(judge(expectation, outcome).expected).toEqual({ outcome: 'ok', text });
});

test('of a long value only the beginning is told', () => {
  const value = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`member-${at}`, 'x'.repeat(1000)]));
  const expectation = { outcome: 'ok', value, archive: undefined, relation: undefined, budgets: [] } as const;
  expect(judge(expectation, outcomes.timeout).expected.text).toMatch(/^ok with member-0 "x{100}.*…$/);
  expect(judge(expectation, outcomes.timeout).expected.text.length).toBeLessThan(250);
});
