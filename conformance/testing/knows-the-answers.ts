import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { toJson } from '#spec/compile/plain.ts';
import { names, runtime } from '#spec/constants.ts';
import { features } from '#spec/features.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { Case } from '../case.ts';
import { indexCases } from '../recipe/case-index.ts';
import { planCall } from '../runner/expectation.ts';
import type { CaseExpectation } from '../runner/judge.ts';
import { rightReply } from './right-reply.ts';

const parameters = { names: names.shipped, runtime };

export const greeting: Greeting = {
  name: 'knows the answers',
  version: '1.0.0',
  language: 'none',
  ops: ['trust.add', 'trust.load', 'key.parse', 'runtime.run', 'runner.run', 'contracts.negotiate'],
  features,
  parameters,
  concurrency: 4n,
};

/** The right reply to every call of these cases, made from what they expect, since no implementation may be used here. */
export function knowsTheAnswers(
  cases: readonly Case[],
  every = cases,
): (operation: Operation, input: WireValue) => Reply {
  const world = makeWorld(frozenSeed, parameters);
  const index = indexCases(every);
  const asked = new Map<string, CaseExpectation[]>();
  for (const one of cases) {
    const { operation, input, expectation } = planCall(one, index, world);
    const key = keyOf(operation, input());
    asked.set(key, [...(asked.get(key) ?? []), expectation]);
  }
  return (operation, input) => {
    const expectations = asked.get(keyOf(operation, input));
    return expectations === undefined ? { outcome: 'fault', message: 'never heard of it' } : rightReply(expectations);
  };
}

function keyOf(operation: Operation, input: WireValue): string {
  return `${operation} ${encodeJson(toJson(input))}`;
}
