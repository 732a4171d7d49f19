import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Decision, decisionOf, resolveDecisions } from '#reference/lifecycle/hooks/decision.ts';
import { decisionKinds, decisionPriority, runPhases, terminalDecisions } from '#spec/hooks.ts';

const phase = fc.constantFrom(...runPhases);
const i32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const id = fc.stringMatching(/^[a-z]{1,3}$/);
const decisions = fc.uniqueArray(
  fc.record({ phase, kind: fc.constantFrom(...decisionKinds), hookId: id, pluginId: id }),
  { selector: ({ hookId }) => hookId, maxLength: 8 },
);

const names = (some: readonly Decision[]) => some.map(({ hookId, kind }) => `${hookId} ${kind}`).sort();

test('HOOK-EXIT-CODES: a code beyond the table fails the run, and none within it does', () => {
  const property = fc.property(i32, (code) => {
    expect(decisionOf(code) === 'fail_run').toBe(code < 0 || code >= 50);
  });
  fc.assert(property);
});

test('HOOK-PRIORITY: no decision outdoes the selected one, in whatever order they were taken', () => {
  const property = fc.property(phase, decisions, fc.nat(), (of, taken, turn) => {
    const { selected, candidates, terminal } = resolveDecisions(of, taken);
    for (const { kind } of taken) expect(decisionPriority[kind]).toBeLessThanOrEqual(decisionPriority[selected.kind]);
    expect(terminal).toBe(terminalDecisions.includes(selected.kind));
    expect(names(candidates)).toEqual(names(taken));
    const turned = [...taken.slice(turn % (taken.length + 1)), ...taken.slice(0, turn % (taken.length + 1))];
    expect(resolveDecisions(of, turned)).toEqual(resolveDecisions(of, taken));
  });
  fc.assert(property);
});

test('HOOK-CONFLICTS: every decision is the selected one, a conflict, or goes on beside one that goes on', () => {
  const property = fc.property(phase, decisions, (of, taken) => {
    const { selected, conflicts } = resolveDecisions(of, taken);
    const agreeing = taken.filter(
      (each) => each !== selected && each.kind === 'continue' && selected.kind === 'continue',
    );
    const chosen = taken.filter((each) => each === selected);
    expect(names([...chosen, ...conflicts, ...agreeing])).toEqual(names(taken));
  });
  fc.assert(property);
});
