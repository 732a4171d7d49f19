import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { PatchBudget } from './budget.ts';

/** An operation as it was read; what its path means is asked when it is applied. */
export type ClientOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

export type ClientPatch = readonly ClientOperation[];

/** A2P-ORDER: what the patch is as a whole, and then one operation after the other. */
export function readClientPatch(patch: Json, budget: PatchBudget): Result<ClientPatch> {
  if (!isJsonObject(patch)) return bad(undefined, 'must be an object');
  const v = patch.get('v');
  if (v !== 1n && v !== 1) return bad(undefined, 'must have v, the number 1');
  const ops = patch.get('ops');
  if (!isJsonArray(ops) || ops.length === 0) return bad(undefined, 'must have ops, a list of at least one operation');
  // A2P-OPERATIONS: before any of them is looked at.
  const limit = budget.opsPerPatch;
  if (ops.length > limit) return fail({ code: 'a2ui.client-too-many', actual: ops.length, limit });
  const operations: ClientOperation[] = [];
  for (const [index, each] of ops.entries()) {
    const operation = readOperation(each, index, budget);
    if (!operation.ok) return operation;
    operations.push(operation.value);
  }
  return ok(operations);
}

function readOperation(operation: Json, index: number, { pathLength }: PatchBudget): Result<ClientOperation> {
  if (!isJsonObject(operation)) return bad(index, 'must be an object');
  const op = operation.get('op');
  if (op !== 'add' && op !== 'replace' && op !== 'remove') return bad(index, 'must be add, replace or remove');
  const path = operation.get('path');
  if (typeof path !== 'string') return bad(index, 'must have a path, a string');
  // A2P-PATH-LENGTH: before what it is made of.
  if (path.length > pathLength) {
    return fail({ code: 'a2ui.client-path-length', index, actual: path.length, limit: pathLength });
  }
  if (path !== '' && !path.startsWith('/')) return bad(index, 'must have a path that is empty or begins with /');
  const value = operation.get('value');
  if (op === 'remove') return value === undefined ? ok({ op, path }) : bad(index, 'is a remove and has a value');
  return value === undefined ? bad(index, 'has no value') : ok({ op, path, value });
}

function bad(index: number | undefined, detail: string): Result<never> {
  return fail({ code: 'a2ui.client-patch', index, detail });
}
