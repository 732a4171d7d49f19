import { guestModule } from '#fixtures/guests/guests.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import { Engine } from '#reference/runtime/engine/engine.ts';
import { moduleSource } from '#reference/runtime/pool/pending-run.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { type Figure, median, rate } from '../measure.ts';
import { expectEnd, limits, runsOf } from './guest-runs.ts';
import { timeOf } from './processor.ts';

const unit = 'runs per second';
const rounds = 20;
const warmUp = 5;

/** Runs of a guest that gives a constant, each in a fresh instance and with a deadline. */
export async function throughputFigures(): Promise<readonly Figure[]> {
  return [
    rate('a trivial guest in the same thread', inThread(), `${unit} of the processor`, 20_000),
    rate('a trivial guest through the pool', await throughPool(), `${unit} in the best round`, 15_000),
  ];
}

function inThread(): number {
  const runsPerRound = 2000;
  const run = runsOf(new Engine(), 'answer', 'run');
  const timeout = { milliseconds: 1000, now: () => performance.now() };
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const time = timeOf(() => {
      for (let i = 0; i < runsPerRound; i++) expectEnd(run(timeout), 'finished');
    });
    if (round >= warmUp) times.push(time);
  }
  return (runsPerRound / median(times)) * 1000;
}

/** Several threads have to be given the processor, so what others take away shows; they can only make it slower. */
async function throughPool(): Promise<number> {
  const runsPerRound = 1000;
  const pool = new SandboxPool();
  const module = moduleSource(guestModule('answer'));
  const request = { module, entrypoint: 'run', limits, grants: noGrants, timeoutMilliseconds: 1000 };
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < warmUp + rounds; round++) {
    const start = performance.now();
    const ended = await Promise.all(Array.from({ length: runsPerRound }, () => pool.run(request)));
    best = Math.min(best, performance.now() - start);
    if (ended.some(({ kind }) => kind !== 'ran')) throw new Error('a run did not come to its end');
  }
  await pool.close();
  return (runsPerRound / best) * 1000;
}
