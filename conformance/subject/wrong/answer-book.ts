import { createHash } from 'node:crypto';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { encodeMessage } from '#spec/wire/encode.ts';
import type { Case } from '../../case.ts';
import { indexCases } from '../../recipe/case-index.ts';
import { type PlannedCall, planCall } from '../../runner/expectation.ts';

/**
 * For each of these cases its question, by hash, and the outcome that passes: what `adapter.mjs` answers from. Without
 * it a wrong subject would be wrong about everything, and never be tempted to pass.
 */
export function answerBook(cases: readonly Case[], every: readonly Case[]): string {
  const world = makeWorld(frozenSeed, { names: names.shipped, runtime });
  const index = indexCases(every);
  const book: Record<string, string> = {};
  for (const one of cases) {
    const planned = planCall(one, index, world);
    const [hash, outcome] = [hashOf(planned), outcomeFor(planned, one.id)];
    // Two cases may ask the same and look at another part of the answer; the longer one has them all.
    if (outcome.length > (book[hash]?.length ?? 0)) book[hash] = outcome;
  }
  return JSON.stringify(book);
}

const blobs = { put: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') };

function hashOf({ operation, input }: PlannedCall): string {
  const question = JSON.stringify(JSON.parse(encodeMessage([operation, input()], blobs)));
  return createHash('sha256').update(question).digest('hex');
}

function outcomeFor({ expectation }: PlannedCall, id: string): string {
  switch (expectation.outcome) {
    case 'ok':
      return `"ok":${encodeMessage({ value: expectation.value ?? {} }, blobs)}`;
    case 'reject':
      return `"reject":${encodeMessage({ reason: expectation.code }, blobs)}`;
    case 'observe':
      throw new Error(`${id} has no right answer`);
  }
}
