import { describe, expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { cases } from '../cases/index.ts';
import { indexCases } from '../recipe/case-index.ts';
import { metByConstant } from './constant-answers.ts';
import { askedOfFewOnly } from './feature-demands.ts';
import { isLarge } from './large.ts';
import { lintCases, lintInWorld } from './lint-cases.ts';

const shipped = { names: names.shipped, runtime };
const documented = { names: names.documented, runtime: { protocolMajor: 3n, version: '12.0.7' } };
const fresh = [makeWorld('fresh one', shipped), makeWorld('fresh two', documented)];
const frozen = makeWorld(frozenSeed, shipped);
const worlds = [frozen, ...fresh];
const index = indexCases(cases);
const small = cases.filter((one) => !isLarge(one, index, frozen));

test('every case has an id of its own, something to prove, and a reason that exists', () => {
  expect(lintCases(cases)).toEqual([]);
});

describe.each(worlds)('in the world $seed', (world) => {
  test('every case can be built, one edit away from its twin', () => {
    expect(lintInWorld(small, index, world)).toEqual([]);
  });
});

test('no constant answer meets a requirement', () => {
  expect(metByConstant(cases, index, worlds)).toEqual([]);
});

test('what binds everybody is asked of subjects without any feature too', () => {
  expect(askedOfFewOnly(cases, index)).toEqual([]);
});
