import { expect, test } from 'vitest';
import type { WireValue } from '#spec/operations.ts';
import { firstMismatch } from './match.ts';

const place = (expected: WireValue, actual: WireValue) => firstMismatch(expected, actual)?.path;

test('a record passes over keys that it does not name', () => {
  expect(place({ a: 1n }, { a: 1n, b: 2n })).toBeUndefined();
  expect(place({ a: 1n }, new Map([['b', 2n]]))).toBe('value.a');
});

test('a Map stands for exactly its keys', () => {
  expect(place(new Map([['a', 1n]]), { a: 1n })).toBeUndefined();
  expect(place(new Map([['a', 1n]]), { a: 1n, b: 2n })).toBe('value.b');
});

test('an integer is not the float of the same size, and zero has a sign', () => {
  expect(place({ a: 1n }, { a: 1 })).toBe('value.a');
  expect(place(-0, 0)).toBe('value');
});

test('a list is compared item by item and in length', () => {
  expect(place(['a', 'b'], ['a', 'b'])).toBeUndefined();
  expect(place(['a', 'b'], ['a', 'c'])).toBe('value[1]');
  expect(place(['a', 'b'], ['a'])).toBe('value[1]');
  expect(place(['a'], ['a', 'b'])).toBe('value[1]');
  expect(place({ 0: 'a' }, ['a'])).toBe('value');
});

test('bytes are compared as bytes, and only with bytes', () => {
  expect(place(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBeUndefined();
  expect(place(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe('value');
  expect(place(Uint8Array.of(1), 'AQ==')).toBe('value');
  expect(place({ a: null }, {})).toBe('value.a');
});

test('a key called __proto__ is compared like any other', () => {
  expect(place(new Map([['__proto__', 1n]]), new Map([['__proto__', 2n]]))).toBe('value.__proto__');
});

test('a mismatch shows both sides', () => {
  expect(firstMismatch({ a: [1n, 2n] }, { a: [1n, 3n] })).toEqual({ path: 'value.a[1]', expected: 2n, actual: 3n });
  expect(firstMismatch(new Map(), { a: 1n })).toEqual({ path: 'value.a', expected: undefined, actual: 1n });
});

test('a surplus key that is no word is shown in short, and only the first one is looked for', () => {
  expect(place(new Map(), new Map([['a\n', 1n]]))).toBe('value."a\\n"');
  expect(place(new Map(), new Map([['x'.repeat(1_000_000), 1n]]))?.length).toBeLessThan(200);
  const many = new Map(Array.from({ length: 200_000 }, (_, index) => [`${index}`, null]));
  const start = performance.now();
  expect(place(new Map([['0', null]]), many)).toBe('value.1');
  expect(performance.now() - start).toBeLessThan(20);
});
