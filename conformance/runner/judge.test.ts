import { expect, test } from 'vitest';
import type { Reply } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import type { Verdict } from '../verdict.ts';
import { type Expectation, judge } from './judge.ts';

const one: Case = {
  id: 'trust/any',
  kind: 'observed',
  proves: [],
  shipping: '',
  given: () => ({ operation: 'trust.load', model: null }),
};

const replies = {
  'the value': { outcome: 'ok', value: { a: 1n } },
  'another value': { outcome: 'ok', value: { a: 2n } },
  'the code': { outcome: 'reject', reason: 'artifact.not-zip', native: '' },
  'its family': { outcome: 'reject', reason: 'Zip', native: '' },
  'another code of the family': { outcome: 'reject', reason: 'artifact.encrypted', native: '' },
  'another family': { outcome: 'reject', reason: 'Io', native: '' },
  unsupported: { outcome: 'unsupported', feature: 'x' },
  fault: { outcome: 'fault', message: 'x' },
} as const satisfies Record<string, Reply>;

const expectations = {
  ok: { outcome: 'ok', value: undefined, archive: undefined },
  'ok with a value': { outcome: 'ok', value: { a: 1n }, archive: undefined },
  'reject with a code': { outcome: 'reject', code: 'artifact.not-zip' },
  'observe only': { outcome: 'observe', shipping: 'accepted' },
} as const satisfies Record<string, Expectation>;

/** Expected by observed: every pair of the two lists above. */
const table: Record<keyof typeof expectations, Record<keyof typeof replies, Verdict>> = {
  ok: {
    'the value': 'pass',
    'another value': 'pass',
    'the code': 'fail',
    'its family': 'fail',
    'another code of the family': 'fail',
    'another family': 'fail',
    unsupported: 'unsupported',
    fault: 'fail',
  },
  'ok with a value': {
    'the value': 'pass',
    'another value': 'fail',
    'the code': 'fail',
    'its family': 'fail',
    'another code of the family': 'fail',
    'another family': 'fail',
    unsupported: 'unsupported',
    fault: 'fail',
  },
  'reject with a code': {
    'the value': 'fail',
    'another value': 'fail',
    'the code': 'pass',
    'its family': 'pass',
    'another code of the family': 'fail',
    'another family': 'fail',
    unsupported: 'unsupported',
    fault: 'fail',
  },
  'observe only': {
    'the value': 'observed',
    'another value': 'observed',
    'the code': 'observed',
    'its family': 'observed',
    'another code of the family': 'observed',
    'another family': 'observed',
    unsupported: 'unsupported',
    fault: 'fail',
  },
};

for (const [expected, row] of Object.entries(table)) {
  test.each(Object.entries(row))(`expected ${expected}, and the subject answers %s: %s`, (observed, verdict) => {
    const expectation = expectations[expected as keyof typeof expectations];
    expect(judge(one, expectation, replies[observed as keyof typeof replies]).verdict).toBe(verdict);
  });
}

test('a reply that should hold an archive and holds none is a mismatch', () => {
  const expectation: Expectation = { outcome: 'ok', value: undefined, archive: { entries: {} } };
  const result = judge(one, expectation, { outcome: 'ok', value: { artifact: 'text' } });
  expect(result).toMatchObject({ verdict: 'fail', observed: 'ok, but value.artifact is "text" instead of bytes' });
});
