import { runtimeDefaults } from '#spec/constants.ts';
import { type Figure, figure } from '../measure.ts';
import { peakMemoryOf } from '../peak-memory.ts';

const runs = 20;

/** What a process needs for guests that use all the memory they may have, beyond what it needs for others. */
export function memoryFigures(): readonly Figure[] {
  const peak = (count: number, bytes: bigint) => peakMemoryOf(program, [String(count), String(bytes)]);
  const all = runtimeDefaults.memoryBytes;
  const none = peak(runs, 65_536n);
  const times = (count: number) => (peak(count, all) - none) / Number(all);
  const unit = 'times the limit of its memory';
  return [
    figure('peak memory of one run that uses 64 MiB', times(1), unit, null, null),
    figure(`peak memory of ${runs} runs that use 64 MiB, in turn`, times(runs), unit, null, null),
  ];
}

const program = new URL('use-memory.ts', import.meta.url);
