import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import type { Case } from '../case.ts';
import { indexCases } from '../recipe/case-index.ts';
import { accepted, observed, ordered, put, rejected } from '../rows.ts';
import { metByConstant } from './constant-answers.ts';
import { differences } from './differences.ts';
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
  const otherwise = { ...valued, id: 'artifact/otherwise', value: () => ({ keyId: 'y' }) };
  const finds = (...cases: readonly Case[]) => metByConstant(cases, indexCases(cases), [world]).includes('KEY-FORMS');
  expect(finds(twin)).toBe(true);
  expect(finds(twin, valued)).toBe(true);
  expect(finds(refused('artifact/a', 'a'), refused('artifact/b', 'b'))).toBe(true);
  expect(finds(twin, refused('artifact/a', 'a'))).toBe(false);
  expect(finds(valued, otherwise)).toBe(false);
});
