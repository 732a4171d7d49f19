import { expect, test } from 'vitest';
import { decisionKinds, runPhases } from '#spec/hooks.ts';
import { canDecide, type Decision, decisionOf, resolveDecisions } from './decision.ts';

function decision(kind: Decision['kind'], hookId: string, pluginId = 'p'): Decision {
  return { phase: 'before_run', kind, hookId, pluginId };
}

test('the decisions of two plugins under one hook are ordered by their plugins (HOOK-PRIORITY)', () => {
  const both = [decision('block', 'a', 'z'), decision('block', 'a', 'b')];
  expect(resolveDecisions('before_run', both).selected.pluginId).toBe('b');
});

test('continue beside continue is no conflict, and beside anything else it is one (HOOK-CONFLICTS)', () => {
  const going = [decision('continue', 'a'), decision('continue', 'b')];
  expect(resolveDecisions('before_run', going).conflicts).toEqual([]);
  const { conflicts } = resolveDecisions('before_run', [...going, decision('annotate', 'c')]);
  expect(conflicts.map(({ hookId }) => hookId)).toEqual(['a', 'b']);
});

test('every i32 is a decision, and each of them can be taken in some phase (HOOK-EXIT-CODES)', () => {
  for (let code = -3; code < 60; code++) expect(decisionKinds).toContain(decisionOf(code));
  expect(decisionOf(-(2 ** 31))).toBe('fail_run');
  expect(decisionOf(2 ** 31 - 1)).toBe('fail_run');
  for (const kind of decisionKinds) expect(runPhases.some((phase) => canDecide(kind, phase))).toBe(true);
});
