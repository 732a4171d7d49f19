import type { Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { WorkingState } from '../working-state.ts';
import type { Patch } from './patch.ts';

/** A2-ATOMIC: the state that comes in is never touched. */
export function applyPatch(state: Json, patch: Patch): Result<Json> {
  const work = new WorkingState(state);
  for (const [index, operation] of patch.entries()) {
    const conflict = work.run(operation);
    if (conflict !== undefined)
      return fail({ code: 'a2ui.op-conflict', index, path: operation.path, detail: conflict });
  }
  return ok(work.state);
}
