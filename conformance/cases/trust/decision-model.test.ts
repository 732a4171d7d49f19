import { expect, test } from 'vitest';
import { answer, type Question, stepsToDepth } from './decision-model.ts';

const met: Question = { who: 'known', key: 'a', tofu: true };

test('the first key stays, whatever is shown later (TRUST-TOFU, TRUST-PIN)', () => {
  const first = answer({}, met);
  expect(first).toEqual({ decision: 'tofu_newly_pinned', store: { known: 'a' } });
  expect(answer({ known: 'a' }, { ...met, key: 'b' })).toEqual({ code: 'trust.pin-mismatch' });
  expect(answer({ known: 'a' }, { ...met, tofu: false })).toMatchObject({ decision: 'tofu_pinned' });
});

test('the allowlist outranks a pin in both directions (TRUST-ALLOWLIST)', () => {
  const store = { allowed: 'a', known: 'b' } as const;
  expect(answer(store, met)).toEqual({ decision: 'allowlisted', store });
  expect(answer(store, { ...met, key: 'b' })).toEqual({ code: 'trust.key-mismatch' });
});

test('sequences of four reach every store there is, and five would reach no other', () => {
  const asked = stepsToDepth(4);
  expect(asked.size).toBe(18 * 8);
  expect([...stepsToDepth(5).keys()].sort()).toEqual([...asked.keys()].sort());
});
