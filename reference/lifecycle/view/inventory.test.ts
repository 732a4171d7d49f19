import { expect, test } from 'vitest';
import { inventory } from './inventory.ts';
import { reauditPlan } from './reaudit-plan.ts';
import { facts, machine, record, row, state } from './testing/state.ts';

const seen = { statusesReadable: true, machine };

test('names that mean something to objects are names like any other (VIEW-TOTALS)', () => {
  const odd = state([
    record({ skillId: '__proto__', version: 'constructor', trustDecision: '__proto__', publisher: 'toString' }),
  ]);
  const { entries, totals } = inventory(odd, {
    ...seen,
    facts: [facts({ skillId: '__proto__', version: 'constructor' })],
  });
  expect(entries[0]?.eligibility.eligible).toBe(true);
  expect([...totals.trustDecisions]).toEqual([['__proto__', 1]]);
  expect(totals.publishers).toEqual(['toString']);
});

test('a version and an id that are joined alike are told apart (VIEW-ROW-MATCH)', () => {
  const two = state(
    [record({ skillId: 'a', version: 'b.c' }), record({ skillId: 'a.b', version: 'c' })],
    [row({ skillId: 'a.b', version: 'c', status: 'quarantined' })],
  );
  const { entries } = inventory(two, { ...seen, facts: [] });
  expect(entries.map(({ runtimeStatus }) => runtimeStatus.source)).toEqual(['default', 'journal']);
});

test('of two facts about one version the first counts (VIEW-ENTRIES)', () => {
  const twice = [facts(), facts({ requiredProtocolMajor: 9n })];
  const [entry] = inventory(state([record()]), { ...seen, facts: twice }).entries;
  expect(entry?.eligibility.eligible).toBe(true);
});

test('a plan has a target for what cannot be read, too (PLAN-EVERY-SKILL)', () => {
  expect(reauditPlan(state([record()]), 500n, 0n)).toMatchObject({
    intervalMs: 500n,
    due: true,
    targets: [{ skillId: 'acme.echo', version: '1.0.0' }],
  });
});
