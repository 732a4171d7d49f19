import { expect, test } from 'vitest';
import { frozenSeed } from '#fixtures/world.ts';
import { cases } from '../cases/index.ts';
import { askingOrder } from './asking-order.ts';

test('the frozen cases are asked as they stand', () => {
  expect(askingOrder(cases, frozenSeed)).toEqual(cases);
});

test('every other seed has an order of its own, of the same cases', () => {
  const ids = (seed: string) => askingOrder(cases, seed).map(({ id }) => id);
  const [one, again, two] = [ids('one'), ids('one'), ids('two')];
  expect(one).toEqual(again);
  expect(one.toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
  const stayed = (order: readonly string[], other: readonly string[]) =>
    order.filter((id, at) => id === other[at]).length;
  expect(
    stayed(
      one,
      cases.map(({ id }) => id),
    ),
  ).toBeLessThan(cases.length / 50);
  expect(stayed(one, two)).toBeLessThan(cases.length / 50);
});
