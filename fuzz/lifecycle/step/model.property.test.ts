import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from '#reference/lifecycle/step/step.ts';
import type { LifecycleEvent, LifecyclePolicy, LifecycleState } from '#reference/lifecycle/step/types.ts';
import { someEvent, somePolicy, someTime } from './arbitrary.ts';
import { Model } from './model.ts';

const none: LifecycleState = { index: { updatedAtUnixMs: 0n, entries: [] }, statuses: [], nextReauditUnixMs: null };

const history = fc.array(fc.tuple(someEvent, someTime), { minLength: 1, maxLength: 30 });

type Look = (before: LifecycleState, after: LifecycleState, event: LifecycleEvent) => void;

function live(events: readonly (readonly [LifecycleEvent, bigint])[], policy: LifecyclePolicy, look: Look) {
  let state = none;
  for (const [event, now] of events) {
    const next = step(state, policy, event, now);
    if (!next.ok) continue;
    look(state, next.value.state, event);
    state = next.value.state;
  }
}

test('a naive model of what is installed and decided agrees with every step (LIFE-UPSERT, LIFE-INSTALL-CURRENT)', () => {
  fc.assert(
    fc.property(history, somePolicy, (events, policy) => {
      const model = new Model();
      let state = none;
      for (const [event, now] of events) {
        const next = step(state, policy, event, now);
        expect(model.take(event, policy)).toBe(next.ok ? next.value.result : next.failure.code);
        if (next.ok) state = next.value.state;
        expect(model.statuses()).toEqual(state.statuses.map((row) => [row.skillId, row.version, row.status]));
        expect(model.installed()).toEqual(
          state.index.entries.map((each) => [each.skillId, each.version, each.current]).sort(),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('a skill with records has one current version, and no version has two records (IDX-CURRENT-KEPT)', () => {
  fc.assert(
    fc.property(history, somePolicy, (events, policy) => {
      live(events, policy, (_, { index }) => {
        const skills = new Set(index.entries.map(({ skillId }) => skillId));
        const current = index.entries.filter((record) => record.current).map(({ skillId }) => skillId);
        expect(current).toEqual([...skills]);
        expect(new Set(index.entries.map((each) => `${each.skillId} ${each.version}`)).size).toBe(index.entries.length);
      });
    }),
  );
});

test('a row is never lost and keeps the time at which it was made; only an enable ends a quarantine (LIFE-NO-RELEASE)', () => {
  fc.assert(
    fc.property(history, somePolicy, (events, policy) => {
      live(events, policy, (before, after, event) => {
        for (const row of before.statuses) {
          const later = after.statuses.find((each) => each.skillId === row.skillId && each.version === row.version);
          expect(later?.createdAtUnixMs).toBe(row.createdAtUnixMs);
          if (row.status === 'quarantined' && event.kind !== 'enable') expect(later?.status).toBe('quarantined');
        }
        expect(after.statuses.some(({ status }) => status === 'disabled')).toBe(false);
      });
    }),
  );
});

test('each event of the journal is one hook and one row that was written (LIFE-JOURNAL, LIFE-HOOKS)', () => {
  fc.assert(
    fc.property(history, somePolicy, (events, policy) => {
      let state = none;
      for (const [event, now] of events) {
        const next = step(state, policy, event, now);
        if (!next.ok) continue;
        const { journal, effects } = next.value;
        const hooks = effects.flatMap((each) => (each.kind === 'fire-hook' ? [each] : []));
        expect(hooks.map(({ payload }) => payload)).toEqual(journal.map(({ payload }) => payload));
        expect(hooks.map((hook) => hook.event)).toEqual(journal.map((each) => each.event.replace('.', ':')));
        const untouched = new Set(state.statuses);
        expect(next.value.state.statuses.filter((row) => !untouched.has(row))).toHaveLength(journal.length);
        state = next.value.state;
      }
    }),
  );
});

test('the second of two equal re-audits has nothing to say (REAUDIT-ONCE)', () => {
  const reaudits = someEvent.filter(({ kind }) => kind === 'reaudit');
  fc.assert(
    fc.property(history, somePolicy, reaudits, someTime, (events, policy, event, now) => {
      let state = none;
      live(events, policy, (_, after) => {
        state = after;
      });
      const first = step(state, policy, event, now);
      if (!first.ok) throw new Error(first.failure.code);
      const second = step(first.value.state, policy, event, now);
      expect(second).toMatchObject({
        ok: true,
        value: { state: first.value.state, journal: [], effects: [], log: [] },
      });
    }),
  );
});
