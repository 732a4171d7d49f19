import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import type { Case } from '../case.ts';
import { accepted, changed, ordered, put, rejected } from '../rows.ts';
import { buildInput } from './build-input.ts';
import { codeOf, indexCases, needsOf, recipeOf } from './case-index.ts';

const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
const proves = ['TRUST-ADD'] as const;
const recipe = (publisher: string) =>
  ({ operation: 'trust.add', model: { trustStore: {}, publisher, key: 'k' } }) as const;
const twin = accepted('trust/twin', proves, () => recipe('a'));
const other = accepted('trust/other', proves, () => recipe('b'));
const publisher = rejected('trust/publisher', proves, 'trust/twin', 'trust.invalid-publisher', put(['publisher'], ''));
const key = rejected('trust/key', proves, 'trust/twin', 'trust.invalid-key', put(['key'], ''));
const elsewhere = rejected('trust/elsewhere', proves, 'trust/other', 'trust.invalid-key', put(['key'], ''));
const order = ordered('trust/order', proves, 'trust/publisher', 'trust/key');
const index = indexCases([twin, other, publisher, key, elsewhere, order]);

test('a rejected case is its twin with the edit', () => {
  expect(recipeOf(key, index, world)).toEqual({
    ok: true,
    value: { ...recipe('a'), model: { ...recipe('a').model, key: '' } },
  });
  expect(codeOf(key, index)).toBe('trust.invalid-key');
});

test('an ordered case holds both faults and expects the first', () => {
  const model = { trustStore: {}, publisher: '', key: '' };
  expect(recipeOf(order, index, world)).toEqual({ ok: true, value: { operation: 'trust.add', model } });
  expect(codeOf(order, index)).toBe('trust.invalid-publisher');
});

test('a changed case is its twin with the edit, and is not refused', () => {
  const other = changed('trust/b', proves, 'trust/twin', put(['publisher'], 'b'), { value: () => ({}) });
  expect(recipeOf(other, index, world)).toEqual({ ok: true, value: recipe('b') });
  expect(codeOf(other, index)).toBeUndefined();
});

test('a case needs what it names, and what the cases need that it is made from', () => {
  const needing = indexCases([
    { ...twin, needs: ['wasm:memory64'] },
    publisher,
    { ...key, needs: ['trap:class', 'wasm:memory64'] },
    order,
    { ...elsewhere, twin: 'trust/elsewhere' },
  ]);
  const needs = (id: string) => needsOf(needing.get(id) ?? twin, needing);
  expect(needs('trust/publisher')).toEqual(['wasm:memory64']);
  expect(needs('trust/key').toSorted()).toEqual(['trap:class', 'wasm:memory64']);
  expect(needs('trust/order').toSorted()).toEqual(['trap:class', 'wasm:memory64']);
  expect(needs('trust/elsewhere')).toEqual([]);
});

test.each<[string, Case, string]>([
  ['no twin', { ...key, twin: 'trust/nobody' }, 'unknown case'],
  ['a twin that is refused', { ...key, twin: 'trust/publisher' }, 'wrong kind of case'],
  [
    'a refused twin',
    changed('trust/x', proves, 'trust/key', put(['key'], 'x'), { value: () => ({}) }),
    'wrong kind of case',
  ],
  ['a fault that is none', { ...order, second: 'trust/twin' }, 'wrong kind of case'],
  ['faults of two twins', { ...order, second: 'trust/elsewhere' }, 'twins differ'],
])('a case with %s cannot be built', (_, one, problem) => {
  expect(recipeOf(one, index, world)).toMatchObject({ ok: false, complaint: { problem } });
});

test('a model that its operation does not know is refused with the place', () => {
  const misspelt = { operation: 'trust.add', model: { ...recipe('a').model, kee: 'k' } } as const;
  const complaint = { problem: 'malformed model', detail: 'model knows no kee' };
  expect(buildInput(misspelt, world)).toEqual({ ok: false, complaint });
});

test('a record of a recipe becomes a Map, so that no key of it is special', () => {
  const trustStore = { ['__proto__']: { constructor: [1n, 1] } };
  const built = buildInput({ ...recipe('a'), model: { ...recipe('a').model, trustStore } }, world);
  const store = new Map([['__proto__', new Map([['constructor', [1n, 1]]])]]);
  expect(built).toEqual({ ok: true, value: { trustStore: store, publisher: 'a', key: 'k' } });
});
