import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { encodeToml } from './encode-toml.ts';

function table(members: { readonly [key: string]: Json }): JsonObject {
  return new Map(Object.entries(members));
}

function encoded(members: { readonly [key: string]: Json }): string | undefined {
  return encodeToml(table(members), 1000);
}

test('plain values come first, then the tables, each after an empty line (BUILD-MANIFEST)', () => {
  const document = { a: table({ b: 1n }), c: 2n, d: [], e: table({}) };
  expect(encoded(document)).toBe('c = 2\nd = []\n\n[a]\nb = 1\n\n[e]\n');
});

test('a table that only holds tables has no header, unless it is an element (BUILD-MANIFEST)', () => {
  const inner = table({ b: table({ c: table({}) }) });
  expect(encoded({ a: inner })).toBe('[a.b.c]\n');
  expect(encoded({ a: [inner, table({})] })).toBe('[[a]]\n\n[a.b.c]\n\n[[a]]\n');
});

test('an array of two or more stands on lines of its own, never deeper than four spaces (BUILD-MANIFEST)', () => {
  expect(encoded({ a: ['x'] })).toBe('a = ["x"]\n');
  expect(encoded({ a: [1n, [2n, [3n]]] })).toBe('a = [\n    1,\n    [\n    2,\n    [3],\n],\n]\n');
});

test('a table among other values is inline (BUILD-MANIFEST)', () => {
  const element = table({ 'b c': 1.5, d: table({}), e: [table({ f: true })] });
  expect(encoded({ a: [1n, element] })).toBe('a = [\n    1,\n    { "b c" = 1.5, d = {}, e = [{ f = true }] },\n]\n');
  expect(encoded({ a: [[table({})]] })).toBe('a = [[{}]]\n');
});

test('nothing is written beyond the limit (ART-ENTRY-SIZE)', () => {
  expect(encodeToml(table({ a: 'x' }), 8)).toBe('a = "x"\n');
  expect(encodeToml(table({ a: 'x' }), 7)).toBeUndefined();
});
