import { createHash } from 'node:crypto';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { encodeMessage } from '#spec/wire/encode.ts';
import type { Case } from '../../case.ts';
import { indexCases } from '../../recipe/case-index.ts';
import { type PlannedCall, planCall } from '../../runner/expectation.ts';
import type { CaseExpectation } from '../../runner/judge.ts';
import { rightReply } from '../../testing/right-reply.ts';

/**
 * For each of these cases its question, by hash, and the outcome that passes: what `adapter.mjs` answers from. Without
 * it a wrong subject would be wrong about everything, and never be tempted to pass.
 */
export function answerBook(cases: readonly Case[], every: readonly Case[]): string {
  const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
  const index = indexCases(every);
  const asked = new Map<string, CaseExpectation[]>();
  for (const one of cases) {
    const planned = planCall(one, index, world);
    if (planned.expectation.outcome === 'observe') throw new Error(`${one.id} has no right answer`);
    const hash = hashOf(planned);
    asked.set(hash, [...(asked.get(hash) ?? []), planned.expectation]);
  }
  return JSON.stringify(Object.fromEntries([...asked].map(([hash, expectations]) => [hash, outcomeFor(expectations)])));
}

const blobs = { put: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') };

function hashOf({ operation, input }: PlannedCall): string {
  const question = JSON.stringify(JSON.parse(encodeMessage([operation, input()], blobs)));
  return createHash('sha256').update(question).digest('hex');
}

function outcomeFor(expectations: readonly CaseExpectation[]): string {
  const reply = rightReply(expectations);
  if (reply.outcome === 'reject') return `"reject":${encodeMessage({ reason: reply.reason }, blobs)}`;
  return `"ok":${encodeMessage({ value: reply.outcome === 'ok' ? reply.value : {} }, blobs)}`;
}
