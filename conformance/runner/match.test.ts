import { expect, test } from 'vitest';
import { firstMismatch } from './match.ts';

test('a record passes over keys that it does not name', () => {
  expect(firstMismatch({ a: 1n }, { a: 1n, b: 2n })).toBeUndefined();
  expect(firstMismatch({ a: 1n }, new Map([['b', 2n]]))).toBe('value.a');
});

test('a Map stands for exactly its keys', () => {
  expect(firstMismatch(new Map([['a', 1n]]), { a: 1n })).toBeUndefined();
  expect(firstMismatch(new Map([['a', 1n]]), { a: 1n, b: 2n })).toBe('value.b');
});

test('an integer is not the float of the same size, and zero has a sign', () => {
  expect(firstMismatch({ a: 1n }, { a: 1 })).toBe('value.a');
  expect(firstMismatch(-0, 0)).toBe('value');
});

test('a list is compared item by item and in length', () => {
  expect(firstMismatch(['a', 'b'], ['a', 'b'])).toBeUndefined();
  expect(firstMismatch(['a', 'b'], ['a', 'c'])).toBe('value[1]');
  expect(firstMismatch(['a', 'b'], ['a'])).toBe('value[1]');
  expect(firstMismatch(['a'], ['a', 'b'])).toBe('value[1]');
  expect(firstMismatch({ 0: 'a' }, ['a'])).toBe('value');
});

test('bytes are compared as bytes, and only with bytes', () => {
  expect(firstMismatch(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBeUndefined();
  expect(firstMismatch(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe('value');
  expect(firstMismatch(Uint8Array.of(1), 'AQ==')).toBe('value');
  expect(firstMismatch({ a: null }, {})).toBe('value.a');
});

test('a key called __proto__ is compared like any other', () => {
  expect(firstMismatch(new Map([['__proto__', 1n]]), new Map([['__proto__', 2n]]))).toBe('value.__proto__');
});
