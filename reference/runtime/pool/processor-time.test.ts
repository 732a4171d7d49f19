import { expect, test } from 'vitest';
import { ProcessorTime } from './processor-time.ts';

function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

test('time in which nothing was done does not count, and of what was done each thread has its share', () => {
  const time = new ProcessorTime();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  expect(time.share(1)).toBeLessThan(300);
  for (const start = used(); used() < start + 100; );
  expect(time.share(4)).toBeLessThan(100);
  for (const start = used(); used() < start + 100; );
  expect(time.share(1)).toBeGreaterThan(50);
});
