import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { cases } from '../cases/index.ts';
import { indexCases } from '../recipe/case-index.ts';
import { isLarge } from './large.ts';
import { lintInWorld } from './lint-cases.ts';

const frozen = makeWorld(frozenSeed, { names: names.shipped, runtime });
const index = indexCases(cases);

test('every large case can be built, one edit away from its twin', () => {
  const large = cases.filter((one) => isLarge(one, index, frozen));
  expect(large.length).toBeGreaterThan(0);
  expect(lintInWorld(large, index, frozen)).toEqual([]);
});
