import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeIndex, indexFromJson, indexToJson, parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { eventFromJson, stateFromJson, stateToJson, step } from '#reference/lifecycle/step/step.ts';
import { encodeJson } from '#spec/json/write.ts';
import { damaged, someEvent, someJson, somePolicy, someState, someTime } from './arbitrary.ts';

test('LIFE-STATE: any JSON is a state or is refused, and nothing is thrown', () => {
  fc.assert(
    fc.property(someJson, (json) => {
      const state = stateFromJson(json);
      if (state.ok) expect(stateFromJson(stateToJson(state.value))).toEqual(state);
      else expect(state.failure.code).toMatch(/^(lifecycle|index)\./);
    }),
    { numRuns: 2000 },
  );
});

test('LIFE-EVENTS: any JSON is an event or is refused, and nothing is thrown', () => {
  const codes = ['lifecycle.bad-event', 'lifecycle.too-large'];
  fc.assert(
    fc.property(someJson, (json) => {
      const event = eventFromJson(json);
      if (!event.ok) expect(codes).toContain(event.failure.code);
    }),
    { numRuns: 2000 },
  );
});

test('IDX-JSON: any bytes are an index or are refused, and nothing is thrown', () => {
  const texts = someJson.map((json) => new TextEncoder().encode(encodeJson(json)));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), texts), (bytes) => {
      const index = parseIndex(bytes);
      if (!index.ok) expect(index.failure.code).toMatch(/^index\./);
    }),
    { numRuns: 2000 },
  );
});

test('the normal form is a fixed point, and what is saved is read as it was (IDX-ORDER, LIFE-ROW-ORDER)', () => {
  fc.assert(
    fc.property(someState, (state) => {
      expect(stateFromJson(stateToJson(state))).toEqual({ ok: true, value: state });
      expect(indexFromJson(indexToJson(state.index))).toEqual({ ok: true, value: state.index });
      expect(parseIndex(encodeIndex(state.index))).toEqual({ ok: true, value: state.index });
    }),
  );
});

test('a step changes nothing of what it is given, gives the same answer twice, and a state that can be read again', () => {
  fc.assert(
    fc.property(someState, somePolicy, someEvent, someTime, (state, policy, event, now) => {
      const before = encodeJson(stateToJson(state));
      const first = step(state, policy, event, now);
      expect(encodeJson(stateToJson(state))).toBe(before);
      expect(step(state, policy, event, now)).toEqual(first);
      if (first.ok)
        expect(stateFromJson(stateToJson(first.value.state))).toEqual({ ok: true, value: first.value.state });
    }),
    { numRuns: 1000 },
  );
});

test('every order of the records gives one index (IDX-VERSION-ORDER, IDX-CURRENT-HIGHEST)', () => {
  const shuffled = someState.chain(({ index }) =>
    fc
      .shuffledSubarray([...index.entries], { minLength: index.entries.length })
      .map((entries) => ({ index, mixed: { ...index, entries } })),
  );
  fc.assert(
    fc.property(shuffled, ({ index, mixed }) => {
      expect(indexFromJson(indexToJson(mixed))).toEqual({ ok: true, value: index });
    }),
  );
});

test('LIFE-STATE: a state with something else in one place is read or refused, and what is read can be stepped on', () => {
  const steps = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(someState, steps, someJson, someEvent, somePolicy, (state, place, value, event, policy) => {
      const read = stateFromJson(damaged(stateToJson(state), place, value));
      if (!read.ok) {
        expect(read.failure.code).toMatch(/^(lifecycle|index)\./);
        return;
      }
      const next = step(read.value, policy, event, 0n);
      if (next.ok) expect(stateFromJson(stateToJson(next.value.state))).toEqual({ ok: true, value: next.value.state });
    }),
    { numRuns: 2000 },
  );
});
