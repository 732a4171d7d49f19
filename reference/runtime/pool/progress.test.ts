import { expect, test } from 'vitest';
import { ordersAhead, Progress } from './progress.ts';

test('what was withdrawn stays so, whatever else is', () => {
  const [progress, orders] = [new Progress(), Array.from({ length: ordersAhead }, (_, at) => BigInt(at + 1))];
  const seen = new Progress(progress.shared);
  progress.withdraw(1n);
  progress.withdraw(4n);
  expect(orders.filter((order) => seen.isWithdrawn(order))).toEqual([1n, 4n]);
  expect(seen.isWithdrawn(BigInt(ordersAhead + 1))).toBe(false);
});

test('the other thread sees each stage, and fuel of any size', () => {
  const progress = new Progress();
  const seen = new Progress(progress.shared);
  for (const phase of ['preparing', 'linking', 'running'] as const) {
    progress.enter({ order: 2n ** 40n, phase });
    expect(seen.stage()).toEqual({ order: 2n ** 40n, phase });
  }
  progress.publish(2n ** 64n - 1n);
  expect(seen.fuelLeft()).toBe(2n ** 64n - 1n);
});
