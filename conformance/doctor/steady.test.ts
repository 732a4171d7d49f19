import { expect, test } from 'vitest';
import { steady } from './steady.ts';

const run = (stop: string | null, exitCode: bigint | null) =>
  new Map<string, string | bigint | null>([
    ['stop', stop],
    ['exitCode', exitCode],
    ['fuelLeft', 5n],
  ]);

test('how long a tool took does not count, and its exit code does', () => {
  const told = (exitCode: bigint, duration: bigint) =>
    steady('runner.run', { exit_code: exitCode, duration_ms: duration });
  expect(told(7n, 1n)).toEqual(told(7n, 2n));
  expect(told(7n, 1n)).not.toEqual(told(8n, 1n));
});

test('the fuel that is left counts where no clock and no stack ended the run', () => {
  const value = { runs: [run(null, 7n), run('limit', null), run('timed-out', null), run('execution', null)] };
  const { runs } = Object.fromEntries(
    steady('runtime.run', value) as ReadonlyMap<string, readonly ReadonlyMap<string, unknown>[]>,
  );
  expect(runs?.map((one) => one.get('fuelLeft'))).toEqual([5n, 5n, undefined, undefined]);
  expect(runs?.map((one) => one.get('stop'))).toEqual([null, 'limit', 'timed-out', 'execution']);
});

test('everything else is left as it is', () => {
  const value = { duration_ms: 1n, runs: 'none' };
  expect(steady('trust.load', value)).toBe(value);
  expect(steady('runtime.run', value)).toBe(value);
  expect(steady('runner.run', 'text')).toBe('text');
});
