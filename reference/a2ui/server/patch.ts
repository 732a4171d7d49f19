import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { parsePointer } from '../pointer.ts';
import type { Operation } from '../working-state.ts';
import { readVersion } from './document.ts';

/** An operation of a patch, its pointer already taken apart. */
type PatchOperation = Operation & { readonly path: string };

export type Patch = readonly PatchOperation[];

/** A2-BULK */
const mostOperations = 10_000;

export function parsePatch(bytes: Uint8Array): Result<Patch> {
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'a2ui.patch-not-json', detail: json.problem, offset: json.offset });
  return patchFromJson(json.value);
}

export function patchFromJson(patch: Json): Result<Patch> {
  if (!isJsonObject(patch)) return fail({ code: 'a2ui.patch-not-object' });
  const version = readVersion(patch.get('v'));
  if (version === 'missing') return fail({ code: 'a2ui.patch-v-missing' });
  if (version === 'type') return fail({ code: 'a2ui.patch-v-type' });
  if (version !== 1n) return fail({ code: 'a2ui.patch-v-unsupported', version });

  const ops = patch.get('ops');
  if (ops === undefined) return fail({ code: 'a2ui.patch-ops-missing' });
  if (!isJsonArray(ops)) return fail({ code: 'a2ui.patch-ops-type' });
  if (ops.length === 0) return fail({ code: 'a2ui.patch-ops-empty' });
  // A2-BULK: before any of them is looked at.
  if (ops.length > mostOperations) {
    return fail({ code: 'a2ui.patch-too-large', actual: ops.length, limit: mostOperations });
  }
  const operations: PatchOperation[] = [];
  for (const [index, each] of ops.entries()) {
    const operation = readOperation(each, index);
    if (!operation.ok) return operation;
    operations.push(operation.value);
  }
  return ok(operations);
}

/** Steps 5 to 9: A2-OP-SHAPE, A2-POINTER, A2-OP-REMOVE. */
function readOperation(operation: Json, index: number): Result<PatchOperation> {
  if (!isJsonObject(operation)) return fail({ code: 'a2ui.op-not-object', index });
  const op = operation.get('op');
  if (op === undefined) return fail({ code: 'a2ui.op-missing', index, field: 'op' });
  if (typeof op !== 'string') return fail({ code: 'a2ui.op-type', index, field: 'op' });
  if (op !== 'add' && op !== 'replace' && op !== 'remove') return fail({ code: 'a2ui.op-unknown', index, op });

  const path = operation.get('path');
  if (path === undefined) return fail({ code: 'a2ui.op-missing', index, field: 'path' });
  if (typeof path !== 'string') return fail({ code: 'a2ui.op-type', index, field: 'path' });
  const pointer = parsePointer(path);
  if (!pointer.ok) return fail({ code: 'a2ui.op-pointer', index, path, detail: pointer.detail });

  const { tokens } = pointer;
  const value = operation.get('value');
  if (op === 'remove') {
    return value === undefined
      ? ok({ op, path, tokens })
      : fail({ code: 'a2ui.op-conflict', index, path, detail: 'a remove has no value' });
  }
  return value === undefined
    ? fail({ code: 'a2ui.op-missing', index, field: 'value' })
    : ok({ op, path, tokens, value });
}
