import { expect, test } from 'vitest';
import { hookEvents } from '#spec/hooks.ts';
import type { Json } from '#spec/json/value.ts';
import { hookEventOf, isHookEvent, parseHookEvent, phaseOf } from './event.ts';

const payload = (event: Json) => new Map<string, Json>([['event', event]]);

test('HOOK-FIRES: three events of the journal are events for hooks, and nothing else is', () => {
  expect(hookEventOf(payload('skill.enabled'))).toBe('skill:enabled');
  expect(hookEventOf(payload('skill.quarantined'))).toBe('skill:quarantined');
  expect(hookEventOf(payload('skill.disabled'))).toBe('skill:disabled');
  const others = [
    'skill.scaffolded',
    'skill.builder_candidate_created',
    'skill:enabled',
    'SKILL.ENABLED',
    '__proto__',
    1n,
  ];
  for (const other of others) expect(hookEventOf(payload(other))).toBeUndefined();
  for (const other of [null, [], 'skill.enabled', new Map()]) expect(hookEventOf(other)).toBeUndefined();
});

test('HOOK-NO-RECURSION: what is recorded of hooks is no event for hooks', () => {
  for (const name of ['hook.dispatched', 'hook.failed', 'hook.decision']) {
    expect(hookEventOf(payload(name))).toBeUndefined();
  }
});

test('every event is found by its name, and those of a run have a phase (HOOK-EVENTS)', () => {
  for (const event of hookEvents) expect(parseHookEvent(event)).toEqual({ ok: true, value: event });
  expect(hookEvents.filter((event) => phaseOf(event) !== undefined)).toHaveLength(5);
  expect(isHookEvent('before_run')).toBe(false);
  for (const text of ['constructor', '__proto__', '', 'run:']) expect(parseHookEvent(text).ok).toBe(false);
});
