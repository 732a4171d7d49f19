import { expect, test } from 'vitest';
import { encodeCursor, parseCursor } from './cursor.ts';
import { nextEvent } from './next-event.ts';
import { sleepMs } from './schedule.ts';

const row = (seq: bigint, event: string) => ({ seq, payload: `{"event":"${event}","n":${seq}}` });

test('HOOK-FIRES: the events of a journal come one by one, in the order in which they were recorded', () => {
  const rows = [row(4n, 'hook.dispatched'), row(5n, 'skill.enabled'), row(6n, 'skill.quarantined')];
  expect(nextEvent(rows)).toMatchObject({ seq: 5n, firing: { event: 'skill:enabled' } });
  expect(nextEvent(rows.slice(2))).toMatchObject({ seq: 6n, firing: { event: 'skill:quarantined' } });
});

test('HOOK-AT-MOST-ONCE: what is no event for hooks is passed by, and not looked at again', () => {
  expect(nextEvent([row(1n, 'skill.scaffolded'), { seq: 2n, payload: 'no JSON' }])).toEqual({
    seq: 2n,
    firing: undefined,
  });
  expect(nextEvent([])).toBeUndefined();
});

test('HOOK-CURSOR: a cursor is read back, and what is none is none', () => {
  expect(parseCursor(encodeCursor({ seq: 2n ** 63n - 1n }))).toEqual({ seq: 2n ** 63n - 1n });
  const others = ['', '{}', '[]', '{"schema_version":2,"journal_seq":1}', '{"schema_version":1,"journal_seq":-1}'];
  others.push('{"schema_version":1,"journal_seq":1,"x":0}', '{"schema_version":1,"journal_seq":1,"journal_seq":2}');
  for (const text of others) expect(parseCursor(Buffer.from(text))).toBeUndefined();
});

test('HOST-REAUDIT: a host sleeps a second, or less where a re-audit is due before', () => {
  expect(sleepMs(null, 0n)).toBe(1000);
  expect(sleepMs(10_000n, 0n)).toBe(1000);
  expect(sleepMs(1000n, 999n)).toBe(1);
  expect(sleepMs(5n, 6n)).toBe(0);
});
