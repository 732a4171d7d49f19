import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { guestModule, guestNames, guests } from '#fixtures/guests/guests.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { moduleSource, type PoolOutcome } from '#reference/runtime/pool/pending-run.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { guest } from '../guest.ts';
import { Random } from '../random.ts';
import { randomGuest } from '../random-guest.ts';
import { moduleBombs, textBombs } from './bombs.ts';
import { damaged } from './damage.ts';

const patience = { preparationMilliseconds: 1000, graceMilliseconds: 300 };
const timeoutMilliseconds = 200;
/** Far more than one run may take, on a machine that is busy with other things. */
const longest = 10 * (patience.preparationMilliseconds + timeoutMilliseconds + patience.graceMilliseconds);
/** Twice what was seen, most of which are heaps of ended threads that nobody has swept. */
const mostGrowth = 1024 * 1024 * 1024;

const limits = { fuelBudget: 1_000_000n, memoryBytes: 4n * 1024n * 1024n, tableElements: 1000n, instances: 1n };
const grants = { http: ['a.example'], secret: [], storage: [], channel: [] };
const seven = guest(op.i32Const(7));

const pool = new SandboxPool({ workers: 1, ...patience });
let before = 0;

beforeAll(async () => {
  await run(seven);
  before = process.memoryUsage.rss();
});
afterEach(async () => {
  expect(await run(seven)).toMatchObject({ kind: 'ran', report: { outcome: { exitCode: 7 } } });
});
afterAll(() => pool.close());

function run(module: Uint8Array, entrypoint = 'run'): Promise<PoolOutcome> {
  return pool.run({ module: moduleSource(module), entrypoint, limits, grants, timeoutMilliseconds });
}

/** However these runs end, their host is told how, soon enough, and without having become much larger. */
async function expectBounded(runs: () => readonly Promise<PoolOutcome>[]): Promise<void> {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const watch = setInterval(look, 5);
  const start = performance.now();
  const outcomes = await Promise.all(runs());
  look();
  clearInterval(watch);
  expect(performance.now() - start).toBeLessThan(longest);
  expect(most - before).toBeLessThan(mostGrowth);
  for (const { kind } of outcomes) expect(['ran', 'refused', 'lost']).toContain(kind);
}

const bombs = Object.entries<() => Uint8Array | string>({ ...moduleBombs, ...textBombs });

test.each(bombs)('%s: the host lives on, and is not held up', async (_, make) => {
  const module = make();
  await expectBounded(() => [run(typeof module === 'string' ? new TextEncoder().encode(module) : module)]);
});

const smallGuests = guestNames.filter((name) => guestModule(name).length < 5000);

test.each([1, 2, 3, 4])('damaged modules, round %i: the host lives on, and is not held up', async (round) => {
  const modules = Array.from({ length: 250 }, (_, i) => {
    const random = new Random(1000 * round + i);
    const module = random.chance(2) ? guestModule(random.pick(smallGuests)) : randomGuest(random.below(1000));
    return damaged(random, module, randomGuest(random.below(1000)));
  });
  await expectBounded(() => modules.map((module) => run(module)));
});

test('every guest there is, with little of everything: the host lives on, and is not held up', async () => {
  const entrypoints = guestNames.flatMap((name) =>
    guests[name].runs.map(({ entrypoint }) => ({ module: guestModule(name), entrypoint })),
  );
  await expectBounded(() => entrypoints.map(({ module, entrypoint }) => run(module, entrypoint)));
});
