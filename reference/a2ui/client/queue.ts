import type { Failure } from '#spec/failure.ts';
import type { Json } from '#spec/json/value.ts';
import { applyClientPatch } from './apply.ts';
import type { Clock, PatchBudget } from './budget.ts';
import type { NormalDocument } from './document.ts';
import { normaliseDocument } from './normalise.ts';
import type { ClientPatch } from './patch.ts';
import { normalDocumentToJson } from './to-json.ts';

/** A patch that waits, with the number under which its fate is told. */
export interface Waiting {
  readonly index: number;
  readonly patch: ClientPatch;
}

export interface Rejected {
  readonly index: number;
  readonly failure: Failure;
}

export interface Tick {
  readonly document: NormalDocument;
  readonly applied: number;
  readonly remaining: readonly Waiting[];
  readonly rejected: readonly Rejected[];
}

/**
 * One tick: as many of the patches, in their order, as the budget allows, and then one normalisation. A patch that
 * fails loses only itself (A2Q-BAD-PATCH).
 */
export function runTick(document: NormalDocument, queue: readonly Waiting[], budget: PatchBudget, clock: Clock): Tick {
  if (queue.length === 0) return { document, applied: 0, remaining: [], rejected: [] };
  const start = clock();
  let state: Json = normalDocumentToJson(document);
  let spent = 0;
  let taken = 0;
  const applied: Waiting[] = [];
  const rejected: Rejected[] = [];
  for (const waiting of queue) {
    const { index, patch } = waiting;
    // A2Q-FIRST: the first one is tried whatever it costs, or it would wait for ever.
    if (taken > 0 && (spent + patch.length > budget.opsPerTick || clock() - start >= budget.applyMs)) break;
    taken++;
    spent += patch.length;
    const result = applyClientPatch(state, patch, budget, clock);
    if (result.ok) {
      state = result.value;
      applied.push(waiting);
    } else rejected.push({ index, failure: result.failure });
  }
  const remaining = queue.slice(taken);
  if (applied.length === 0) return { document, applied: 0, remaining, rejected };
  const next = normaliseDocument(state);
  if (next.ok) return { document: next.value, applied: applied.length, remaining, rejected };
  // A2Q-RUINED: the document stays, and what was to change it in this tick is lost.
  const ruined = applied.map(({ index }) => ({ index, failure: next.failure }));
  const all = [...rejected, ...ruined].toSorted((a, b) => a.index - b.index);
  return { document, applied: 0, remaining, rejected: all };
}
