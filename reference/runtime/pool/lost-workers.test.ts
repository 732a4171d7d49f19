import { readdirSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { PoolOutcome, PoolRequest } from './pending-run.ts';
import { SandboxPool } from './sandbox-pool.ts';
import { ask, endless, gist, limits, running, seven, spin, text, untold, withPool } from './testing/requests.ts';

const threads = () => readdirSync('/proc/self/task').length;
const canCount = process.platform === 'linux';

const shared = new SandboxPool({ workers: 1, graceMilliseconds: 50 });
afterAll(() => shared.close());

/** What its first function consumed has been seen by the host. */
const calling = text(`(module (func $f (loop)) (func (export "run") (result i32) call $f (loop br 0) i32.const 0))`);

function fuelLeft(outcome: PoolOutcome): bigint | undefined {
  if (outcome.kind === 'ran') return outcome.report.fuelLeft;
  return outcome.kind === 'lost' ? outcome.fuelLeft : undefined;
}

test('a guest that is not stopped from inside is ended from outside, and is told the same', async () => {
  const request = ask(calling, endless);
  const inside = await shared.run({ ...request, timeoutMilliseconds: 50 });
  const [outside, next] = await Promise.all([shared.run(untold(request, 50)), shared.run(ask(seven))]);
  expect([inside, outside, next].map(gist)).toEqual(['timed-out: deadline', 'timed-out: deadline', 7]);
  expect([inside.kind, outside.kind]).toEqual(['ran', 'lost']);
  expect(fuelLeft(outside)).toBe(fuelLeft(inside));
  expect(fuelLeft(outside)).toBeLessThan(endless);
});

// No guest is known that ends its worker; a request that breaks the promise of its type does.
const broken: PoolRequest['limits'] = JSON.parse('{}');

test('a run that ends a worker of its own is lost, and those posted with it are run', async () => {
  await withPool({ workers: 1 }, async (pool) => {
    const runs = [pool.run({ ...ask(seven), limits: broken }), pool.run(ask(seven)), pool.run(ask(seven))];
    expect((await Promise.all(runs)).map(gist)).toEqual(['linker: engine', 7, 7]);
  });
});

test('what others may have left behind in a worker is no fault of the run that ends it', async () => {
  const given = [broken, limits, broken, broken];
  const request: PoolRequest = {
    ...ask(seven),
    get limits() {
      return given.shift() ?? broken;
    },
  };
  await shared.run(ask(seven));
  const runs = [shared.run(request), shared.run(ask(seven)), shared.run(ask(running('i32.const 8')))];
  expect((await Promise.all(runs)).map(gist)).toEqual([7, 7, 8]);
  expect(gist(await shared.run(request))).toBe('linker: engine');
});

test.skipIf(!canCount)('a closed pool has no threads, not even those that it had given up', async () => {
  await shared.run(ask(seven));
  const before = threads();
  const pool = new SandboxPool({ workers: 1, graceMilliseconds: 50 });
  expect(gist(await pool.run(untold(ask(spin, endless), 20)))).toBe('timed-out: deadline');
  await pool.close();
  await expect.poll(threads, { timeout: 5000 }).toBe(before);
});

/** Under the limits of a host that says nothing else. */
const filling = text(`(module (memory 1024) (func (export "run") (result i32)
  (loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 0x4000000)) br 0) i32.const 0))`);

test.skipIf(!canCount)('guests that were stopped leave neither threads nor memory', async () => {
  await shared.run(ask(filling, 10n));
  const before = { threads: threads(), bytes: process.memoryUsage.rss() };
  await withPool({ workers: 2 }, async (pool) => {
    const requests = Array.from({ length: 6 }, () => ({ ...ask(filling), timeoutMilliseconds: 50 }));
    const outcomes = await Promise.all(requests.map((request) => pool.run(request)));
    expect(outcomes.map(gist)).toEqual(requests.map(() => 'timed-out: deadline'));
  });
  await expect.poll(threads, { timeout: 5000 }).toBe(before.threads);
  const mostGrowth = 100 * 1024 * 1024;
  await expect.poll(() => process.memoryUsage.rss() - before.bytes, { timeout: 5000 }).toBeLessThan(mostGrowth);
});
