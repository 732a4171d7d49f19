import { expect, test } from 'vitest';
import type { Subject } from '#spec/subject.ts';
import { answer } from './answer.ts';
import { referenceSubject } from './reference-subject.ts';

const grants = { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] };
const limits = { max_memory_bytes: 65_536n, max_table_elements: 0n, max_instances: 1n };
const none = new Uint8Array();
const input = { module: none, entrypoint: 'run', grants, limits, timeoutMs: null };

test.each([
  [0, 'fault'],
  [1, 'reject'],
  [64, 'reject'],
  [65, 'fault'],
])('%i budgets are a %s where the module is none (RT-COMPILE-FIRST)', async (count, outcome) => {
  const fuelBudgets = Array.from({ length: count }, () => 10n);
  expect(await referenceSubject().call('runtime.run', { ...input, fuelBudgets })).toMatchObject({ outcome });
});

test('a reason in the own words of a subject is shortened rather than too long for a message', async () => {
  const native = 'x'.repeat(30_000_000);
  const wordy: Subject = { ...referenceSubject(), call: async () => ({ outcome: 'reject', reason: 'a.b', native }) };
  const unused = { put: () => '', get: () => undefined };
  const call = { type: 'call', id: 1n, op: 'trust.load', input: new Map([['store', null]]) } as const;
  expect(await answer(wordy, call, unused)).toBe(
    `{"type":"result","id":1,"reject":{"reason":"a.b","native":"${'x'.repeat(2000)}"}}`,
  );
});
