import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { toJson } from '#spec/compile/plain.ts';
import { names, runtime } from '#spec/constants.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { Case } from '../case.ts';
import { indexCases } from '../recipe/case-index.ts';
import { planCall } from '../runner/expectation.ts';
import type { Expectation } from '../runner/judge.ts';

const parameters = { names: names.shipped, runtime };

export const greeting: Greeting = {
  name: 'knows the answers',
  version: '1.0.0',
  language: 'none',
  ops: ['trust.add', 'trust.load', 'key.parse'],
  features: [],
  parameters,
  concurrency: 4n,
};

/** The right reply to every call of these cases, made from what they expect, since no implementation may be used here. */
export function knowsTheAnswers(cases: readonly Case[]): (operation: Operation, input: WireValue) => Reply {
  const world = makeWorld(frozenSeed, parameters);
  const index = indexCases(cases);
  const replies = new Map<string, Reply>();
  for (const one of cases) {
    const { operation, input, expectation } = planCall(one, index, world);
    const key = keyOf(operation, input());
    const [reply, other] = [replyTo(expectation), replies.get(key)];
    // Of two cases about the same input, the one that asks for more is right for both.
    if (other === undefined || sizeOf(reply) > sizeOf(other)) replies.set(key, reply);
  }
  return (operation, input) =>
    replies.get(keyOf(operation, input)) ?? { outcome: 'fault', message: 'never heard of it' };
}

function keyOf(operation: Operation, input: WireValue): string {
  return `${operation} ${encodeJson(toJson(input))}`;
}

function sizeOf(reply: Reply): number {
  return reply.outcome === 'ok' ? encodeJson(toJson(reply.value)).length : 0;
}

function replyTo(expectation: Expectation): Reply {
  if (expectation.outcome === 'reject') return { outcome: 'reject', reason: expectation.code, native: '' };
  return { outcome: 'ok', value: (expectation.outcome === 'ok' ? expectation.value : undefined) ?? {} };
}
