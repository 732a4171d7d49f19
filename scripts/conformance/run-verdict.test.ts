import { expect, test } from 'vitest';
import type { BaselineFinding } from '#conformance/baseline/finding.ts';
import type { RunVerdict } from '#conformance/report/lines.ts';
import { exitCodeOf } from './run-verdict.ts';

const stale: BaselineFinding = { kind: 'stale', line: 1, case: 'a/b' };

interface Told {
  readonly fail?: number;
  readonly known?: number;
  readonly open?: number;
  readonly findings?: readonly BaselineFinding[];
  readonly stopped?: string;
}

function exitOf(verdict: RunVerdict, { fail = 0, known = 0, open = 0, findings, stopped }: Told = {}): number {
  const counts = { pass: 1, fail, unsupported: open, observed: 0, 'not-run': 0 };
  const status = open > 0 || stopped !== undefined ? 'open' : 'met';
  const requirements = [{ id: 'ART-ZIP', keyword: 'MUST', set: 'core', status }] as const;
  const footer = { verdict, counts, requirements, stopped: stopped ?? null };
  return exitCodeOf({ header: { plan: { complete: true } }, footer, known, findings });
}

test.each<[RunVerdict, Told, number]>([
  ['conformant', {}, 0],
  ['passed', {}, 0],
  ['not conformant', { fail: 1 }, 1],
  ['incomplete', {}, 2],
  // A SHOULD that is not followed fails a case and is no reason to fail a gate.
  ['conformant', { fail: 1 }, 0],
])('a run that ends in %s %j leaves with %i', (verdict, told, exit) => {
  expect(exitOf(verdict, told)).toBe(exit);
});

test('failures that are all known pass the gate, and one that is not does not', () => {
  expect(exitOf('not conformant', { fail: 2, known: 2, findings: [] })).toBe(0);
  expect(exitOf('not conformant', { fail: 2, known: 1, findings: [] })).toBe(1);
});

test('known failures do not hide that something was not answered', () => {
  expect(exitOf('not conformant', { fail: 2, known: 2, open: 1, findings: [] })).toBe(2);
  expect(exitOf('not conformant', { fail: 2, known: 2, stopped: 'crashed', findings: [] })).toBe(2);
});

test('a baseline that is out of date comes first, unless the run broke off before it could tell', () => {
  expect(exitOf('conformant', { findings: [stale] })).toBe(4);
  expect(exitOf('not conformant', { fail: 2, known: 1, findings: [stale] })).toBe(4);
  expect(exitOf('incomplete', { findings: [stale], stopped: 'crashed' })).toBe(2);
});
