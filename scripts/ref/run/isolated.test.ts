import { expect, test } from 'vitest';
import { guestModule } from '#fixtures/guests/guests.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import { moduleSource, type PoolRequest } from '#reference/runtime/pool/pending-run.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import { runIsolated } from './isolated.ts';

const quiet = { whenInterrupted: () => () => {} };

function requestOf(bytes: Uint8Array, more: Partial<PoolRequest> = {}): PoolRequest {
  const module = moduleSource(bytes);
  return { module, entrypoint: 'run', limits: runtimeDefaults, grants: noGrants, timeoutMilliseconds: 750, ...more };
}

test('all that a run tells comes back from its process', async () => {
  const grants = { ...noGrants, http: ['a.example'] };
  const request = requestOf(guestModule('echo'), { grants, scrutiny: 'profiled' });
  expect(await runIsolated(request, quiet)).toMatchObject({
    kind: 'ran',
    report: {
      outcome: { kind: 'finished', exitCode: 1 },
      fuelLeft: 9_999_992n,
      hostCalls: { count: 4 },
      insight: { profile: [{ name: 'run', self: 8n }] },
    },
  });
});

test('a guest that keeps its thread busy is over when its time is, and so is its process', async () => {
  const started = performance.now();
  const ended = await runIsolated(requestOf(guestModule('slow'), { timeoutMilliseconds: 20 }), quiet);
  expect(ended).toMatchObject({ kind: 'ran', report: { outcome: { class: 'timed-out' } } });
  expect(performance.now() - started).toBeLessThan(8000);
});

test('an interruption ends the process, and that is told as the end of the run', async () => {
  let interrupt = () => {};
  const whenInterrupted = (tidy: () => unknown) => {
    interrupt = () => void tidy();
    return () => {};
  };
  const ended = runIsolated(requestOf(guestModule('spin')), { whenInterrupted });
  interrupt();
  expect(await ended).toEqual({
    kind: 'lost',
    outcome: {
      kind: 'stopped',
      class: 'execution',
      cause: { kind: 'engine', detail: 'its process ended with SIGKILL' },
    },
  });
});
