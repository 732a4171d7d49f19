import type { Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { parsePointer } from '../pointer.ts';
import { WorkingState } from '../working-state.ts';
import type { Clock, PatchBudget } from './budget.ts';
import type { ClientOperation, ClientPatch } from './patch.ts';

/** A2P-NAMES: with one of them, a client that keeps members in plain objects would change all objects at once. */
const forbidden: readonly string[] = ['__proto__', 'prototype', 'constructor'];

/** A2P-ATOMIC: the state that comes in is never touched. */
export function applyClientPatch(state: Json, patch: ClientPatch, budget: PatchBudget, clock: Clock): Result<Json> {
  const work = new WorkingState(state);
  const start = clock();
  for (const [index, operation] of patch.entries()) {
    // A2P-TIME: asked before each operation, and not after the last.
    if (clock() - start > budget.applyMs) {
      return fail({ code: 'a2ui.client-too-slow', index, limitMs: budget.applyMs });
    }
    const done = run(work, operation, index);
    if (!done.ok) return done;
  }
  return ok(work.state);
}

function run(work: WorkingState, operation: ClientOperation, index: number): Result<undefined> {
  const { path } = operation;
  const tokens: string[] = [];
  // A2P-POINTER: token by token, so the first one that is wrong decides, in whatever way it is.
  for (const piece of path.split('/').slice(1)) {
    const token = parsePointer(`/${piece}`);
    if (!token.ok) return fail({ code: 'a2ui.client-pointer', index, path, detail: token.detail });
    const name = token.tokens.join();
    if (forbidden.includes(name)) return fail({ code: 'a2ui.client-name', index, path, detail: name });
    tokens.push(name);
  }
  // A2P-ROOT
  if (operation.op === 'remove' && path === '') return fail({ code: 'a2ui.client-root', index });
  const conflict = work.run({ ...operation, tokens });
  return conflict === undefined ? ok(undefined) : fail({ code: 'a2ui.client-conflict', index, path, detail: conflict });
}
