import { Engine } from '#reference/runtime/engine/engine.ts';
import { type Figure, figure, median } from '../measure.ts';
import { expectEnd, runsOf } from './guest-runs.ts';
import { processorTime } from './processor.ts';

const milliseconds = 10;
const rounds = 5;
const runsEach = 35;

/** Guests that never end: with next to nothing in a step, with a call of the host in it, with operators that take long. */
const endless = [
  ['spin', 'run'],
  ['spin', 'spin_with_host_calls'],
  ['workloads', 'slow_forever'],
] as const;

/**
 * How much later than asked for a run is over. The clock that the host is given is the time of the processor: how long
 * the system lets others have it is not up to the host.
 */
export function deadlineFigures(): readonly Figure[] {
  const engine = new Engine();
  const name = `overshoot of a deadline of ${milliseconds} ms, 99 of 100`;
  overshoot(engine, processorTime);
  const byProcessor = Array.from({ length: rounds }, () => overshoot(engine, processorTime));
  return [
    figure(`${name}, median of ${rounds} rounds`, median(byProcessor), 'ms of the processor', null, 1),
    figure(
      `${name}, with all else that runs`,
      overshoot(engine, () => performance.now()),
      'ms',
      null,
      null,
    ),
  ];
}

function overshoot(engine: Engine, now: () => number): number {
  const times = endless.flatMap(([guest, entrypoint]) => {
    const run = runsOf(engine, guest, entrypoint);
    return Array.from({ length: runsEach }, () => {
      const start = now();
      const report = run({ milliseconds, now });
      const time = now() - start - milliseconds;
      expectEnd(report, 'timed-out');
      return time;
    });
  });
  return percentile(times, 0.99);
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
}
