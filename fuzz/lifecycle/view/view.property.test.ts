import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyIndex } from '#reference/lifecycle/index/installed-index.ts';
import { inventory } from '#reference/lifecycle/view/inventory.ts';
import { parseReauditInterval } from '#reference/lifecycle/view/reaudit-interval.ts';
import { reauditPlan } from '#reference/lifecycle/view/reaudit-plan.ts';
import { eligibilityReasons } from '#spec/eligibility.ts';
import { someFacts, someRecords, someRows } from './arbitrary.ts';

const someState = fc
  .record({
    entries: someRecords,
    statuses: someRows,
    nextReauditUnixMs: fc.option(fc.bigInt({ min: 0n, max: 1000n })),
  })
  .map(({ entries, ...state }) => ({ index: { ...emptyIndex, entries }, ...state }));

const someSurroundings = fc.record({
  statusesReadable: fc.boolean(),
  facts: someFacts,
  machine: fc.record({
    host: fc.constant({ protocolMajor: 1n, version: '0.1.0' }),
    device: fc.subarray(['camera', 'scale']).map((names) => new Set(names)),
    node: fc.subarray(['camera', 'scale']).map((names) => new Set(names)),
  }),
});

test('what has a reason is not eligible, what has none is, and reasons are in order (ELI-VERDICT, ELI-REASONS)', () => {
  const property = fc.property(someState, someSurroundings, (state, surroundings) => {
    const { entries, totals } = inventory(state, surroundings);
    expect(entries.map(({ record }) => record)).toEqual(state.index.entries);
    for (const { eligibility, runtimeStatus } of entries) {
      const { status, eligible, reasons } = eligibility;
      expect(eligible).toBe(reasons.length === 0);
      expect(eligible).toBe(status === 'eligible');
      expect(reasons).toEqual(eligibilityReasons.filter((reason) => reasons.includes(reason)));
      expect(reasons.includes('status_unknown')).toBe(status === 'unknown');
      if (!surroundings.statusesReadable) expect([runtimeStatus.status, eligible]).toEqual(['unknown', false]);
    }
    expect(totals.eligible).toBe(entries.filter(({ eligibility }) => eligibility.eligible).length);
    expect([...totals.trustDecisions.values()].reduce((sum, count) => sum + count, 0)).toBe(entries.length);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('a quarantine is never hidden by what else is known (ELI-STATUS)', () => {
  const property = fc.property(someState, someSurroundings, (state, surroundings) => {
    const { entries } = inventory(state, { ...surroundings, statusesReadable: true });
    for (const { record, eligibility } of entries) {
      const row = state.statuses.find((each) => each.skillId === record.skillId && each.version === record.version);
      expect(eligibility.reasons.includes('quarantined')).toBe(row?.status === 'quarantined');
      expect(eligibility.reasons.includes('disabled')).toBe(row?.status === 'disabled');
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

test('every skill is audited again in one version, after one interval at the latest (PLAN-EVERY-SKILL, PLAN-CLOCK)', () => {
  const someTime = fc.bigInt({ min: -1000n, max: 2000n });
  const property = fc.property(someState, fc.bigInt({ min: 1n, max: 500n }), someTime, (state, interval, now) => {
    const { due, targets } = reauditPlan(state, interval, now);
    const ids = state.index.entries.map(({ skillId }) => skillId);
    expect(new Set(targets.map(({ skillId }) => skillId))).toEqual(new Set(ids));
    expect(targets.length).toBe(new Set(ids).size);
    expect(due || reauditPlan(state, interval, now + interval).due).toBe(true);
  });
  fc.assert(property, { numRuns: 1000 });
});

test('a text is an interval or is refused, and its number is what it says (PLAN-INTERVAL)', () => {
  const someText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789 +-.ex') }));
  const property = fc.property(someText, (text) => {
    const parsed = parseReauditInterval(text);
    if (parsed.ok) expect(parsed.value).toBe(BigInt(text.trim()));
    else expect(parsed.failure.code).toBe('reaudit.bad-interval');
  });
  fc.assert(property, { numRuns: 3000 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (interval) => {
      expect(parseReauditInterval(` ${interval}\n`)).toEqual({ ok: true, value: interval });
    }),
  );
});
