import { expect, test } from 'vitest';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { cases } from '../cases/index.ts';
import { indexCases } from '../recipe/case-index.ts';
import { planCall } from '../runner/expectation.ts';
import { judge } from '../runner/judge.ts';
import { knowsTheAnswers } from './knows-the-answers.ts';

const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
const index = indexCases(cases);
/** Without those whose modules have a million of something. */
const some = cases.filter(({ id }) => id.startsWith('runtime/') && !id.startsWith('runtime/caps-'));

test('who knows the answers about runs passes every case of them, without running anything', () => {
  const answer = knowsTheAnswers(some, cases);
  const failed = some.filter((one) => {
    const { operation, input, expectation } = planCall(one, index, world);
    return judge(expectation, answer(operation, input())).verdict === 'fail';
  });
  expect(failed.map(({ id }) => id)).toEqual([]);
  expect(some.length).toBeGreaterThan(0);
});
