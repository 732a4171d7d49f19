import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

test('what was put back comes first, in its order, and the rest follows in its own', () => {
  const queue = new Queue<number>();
  for (let item = 0; item < 3000; item++) queue.add(item);
  const taken = Array.from({ length: 2000 }, () => queue.take());
  queue.putBack([1998, 1999]);
  queue.add(3000);
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  expect(taken).toEqual([...Array(2000).keys(), 1998, 1999, ...Array.from({ length: 1001 }, (_, at) => 2000 + at)]);
  expect(queue.take()).toBeUndefined();
});

test('what was removed does not come, wherever it stood', () => {
  const queue = new Queue<number>();
  for (let item = 0; item < 6; item++) queue.add(item);
  for (const item of [0, 3, 5, 7]) queue.remove(item);
  queue.add(6);
  queue.add(3);
  expect(Array.from({ length: 6 }, () => queue.take())).toEqual([1, 2, 4, 6, 3, undefined]);
});
