import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import { indexCases } from '../recipe/case-index.ts';
import { accepted, changed, observed, ordered, put, rejected } from '../rows.ts';
import { valuesConflict } from './conflict.ts';
import { metByConstant } from './constant-answers.ts';
import { differences } from './differences.ts';
import { askedOfFewOnly } from './feature-demands.ts';
import { lintCases, lintInWorld } from './lint-cases.ts';

const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
const proves = ['KEY-FORMS'] as const;
const twin = accepted('artifact/twin', proves, () => ({ operation: 'key.parse', model: { key: 'k' } }));
const refused = (id: string, key: string) => rejected(id, proves, 'artifact/twin', 'key.bad-length', put(['key'], key));
const builds = (cases: readonly Case[]) => lintInWorld(cases, indexCases(cases), world);

test.each<[string, readonly Case[], string]>([
  ['an id without an area', [{ ...twin, id: 'twin' }], 'twin: its id does not begin with an area'],
  ['an id in upper case', [{ ...twin, id: 'artifact/Twin' }], 'artifact/Twin: its id is not written like a path'],
  ['nothing to prove', [{ ...twin, proves: [] }], 'artifact/twin: it proves nothing'],
  ['the id of another', [twin, twin], 'artifact/twin: another case has this id'],
  [
    'an observation of a MUST',
    [observed('artifact/seen', ['KEY-ID'], 'accepted', twin.given)],
    'artifact/seen: it observes KEY-ID, which is no MAY',
  ],
  [
    'an order of one code',
    [
      twin,
      refused('artifact/a', 'a'),
      refused('artifact/b', 'b'),
      ordered('artifact/c', proves, 'artifact/a', 'artifact/b'),
    ],
    'artifact/c: its two faults have one code, so no order shows',
  ],
])('the lint complains of %s', (_, cases, complaint) => {
  expect(lintCases(cases)).toEqual([complaint]);
});

test.each<[string, Case, RegExp]>([
  ['an edit that changes nothing', refused('artifact/a', 'k'), /differs from artifact\/twin in 0 places/],
  ['an edit that does not fit', { ...refused('artifact/a', 'a'), edit: () => put(['kee'], 'a') }, /model knows no kee/],
  ['a twin that is not there', { ...refused('artifact/a', 'a'), twin: 'artifact/b' }, /unknown case/],
  [
    'an edit that does not show',
    { ...refused('artifact/a', 'a'), edit: () => put(['key'], Buffer.from('k')) },
    /its bytes are those of artifact\/twin/,
  ],
])('the lint complains of %s', (_, one, complaint) => {
  expect(builds([twin, one])).toEqual([expect.stringMatching(complaint)]);
});

const told = accepted('artifact/told', proves, twin.given, { value: () => ({ keyId: 'of k', seed: 'k' }) });
const otherwise = (keyId: string, key = 'other', from = 'artifact/told') =>
  changed('artifact/otherwise', proves, from, put(['key'], key), { value: () => ({ keyId }) });

test('a changed case is one edit and another answer', () => {
  expect(builds([told, otherwise('of other')])).toEqual([]);
});

test.each<[string, Case, string]>([
  ['another answer that is none', otherwise('of k'), 'one answer is right for it and for its twin artifact/told'],
  ['a twin without an answer', otherwise('x', 'y', 'artifact/twin'), 'its twin artifact/twin names no value'],
  ['a change that changes nothing', otherwise('x', 'k'), 'it differs from artifact/told in 0 places'],
  ['runs of what runs nothing', { ...told, relation: 'fuel' }, 'it relates runs, and key.parse runs nothing'],
])('the lint complains of %s', (_, one, complaint) => {
  expect(builds([twin, told, one])).toEqual([expect.stringContaining(complaint)]);
});

test.each<[WireValue, WireValue, boolean]>([
  [{ a: 1n }, { b: 1n }, false],
  [{ a: 1n, c: null }, { b: 1n, c: null }, false],
  [{ a: 1n }, { a: 2n }, true],
  [{ a: 1n }, { a: 1 }, true],
  [{ a: 0 }, { a: -0 }, true],
  [new Map([['a', 1n]]), { a: 1n }, false],
  [new Map([['a', 1n]]), { b: 1n }, true],
  [{ a: 1n, b: 1n }, new Map([['a', 1n]]), true],
  [[{ a: 1n }], [{ b: 1n }], false],
  [[{ a: 1n }], [{ a: 2n }], true],
  [[{ a: 1n }], [{ a: 1n }, { a: 1n }], true],
  [{ a: Uint8Array.of(1) }, { a: Uint8Array.of(1) }, false],
  [{ a: Uint8Array.of(1) }, { a: Uint8Array.of(2) }, true],
  [{ a: [] }, { a: {} }, true],
])('no answer holds two values that differ in what both name: %o, %o: %s', (one, other, conflict) => {
  expect([valuesConflict(one, other), valuesConflict(other, one)]).toEqual([conflict, conflict]);
});

test('what is asked only of those who declare a feature is found, unless its sentence says so', () => {
  const needs = ['fuel:wasmtime'] as const;
  const finds = (...cases: readonly Case[]) => askedOfFewOnly(cases, indexCases(cases));
  expect(finds({ ...twin, needs })).toEqual(['KEY-FORMS']);
  expect(finds({ ...twin, needs }, refused('artifact/a', 'a'))).toEqual(['KEY-FORMS']);
  expect(finds({ ...twin, needs }, told)).toEqual([]);
  expect(finds({ ...twin, proves: ['FUEL-COST'], needs })).toEqual([]);
});

test('the places of two models are counted', () => {
  const model = { a: [1, 2, 3], b: { c: 'x' } };
  expect(differences(model, { a: [1, 9, 3], b: { c: 'y' } })).toEqual([
    ['a', 1],
    ['b', 'c'],
  ]);
  expect(differences(model, { a: [1, 7, 8, 2, 3], b: { c: 'x' } })).toEqual([['a', 1]]);
  expect(differences(model, { a: [3], b: {} })).toEqual([
    ['a', 0],
    ['b', 'c'],
  ]);
});

test('a requirement that one answer meets is found', () => {
  const valued = { ...twin, id: 'artifact/valued', value: () => ({ keyId: 'x' }) };
  const other = { ...valued, id: 'artifact/other', value: () => ({ keyId: 'y' }) };
  const finds = (...cases: readonly Case[]) => metByConstant(cases, indexCases(cases), [world]).includes('KEY-FORMS');
  expect(finds(twin)).toBe(true);
  expect(finds(twin, valued)).toBe(true);
  expect(finds(refused('artifact/a', 'a'), refused('artifact/b', 'b'))).toBe(true);
  expect(finds(twin, refused('artifact/a', 'a'))).toBe(false);
  expect(finds(valued, other)).toBe(false);
  expect(finds(valued, { ...other, needs: ['fuel:wasmtime'] })).toBe(true);
  expect(finds(told, otherwise('of other'))).toBe(false);
  expect(finds(valued, { ...valued, id: 'artifact/related', relation: 'fuel' })).toBe(true);
});
