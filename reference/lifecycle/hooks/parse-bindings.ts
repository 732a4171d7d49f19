import { hookLimits } from '#spec/hooks.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail } from '../../record/problem.ts';
import {
  listOf,
  optional,
  orNull,
  type Reader,
  readFlag,
  readI64,
  recordOf,
  required,
  textUpTo,
} from '../../record/read.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { type HookBinding, type HookBindings, type HookOperator, noHooks, noOperator } from './binding.ts';

/** The content of a bindings document; undefined stands for no file. What is stored is not judged again (HOOK-STORED). */
export function parseHookBindings(bytes: Uint8Array | undefined): Result<HookBindings> {
  if (bytes === undefined) return ok(noHooks);
  if (bytes.length > hookLimits.documentBytes) {
    return fail({ code: 'hooks.too-large', detail: `${bytes.length} bytes; the most is ${hookLimits.documentBytes}` });
  }
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'hooks.not-json', detail: json.problem });
  const [repeated] = json.repeated;
  if (repeated !== undefined) return fail({ code: 'hooks.repeated-field', path: repeated.join('.') });
  return hookBindingsFromJson(json.value);
}

function hookBindingsFromJson(json: Json): Result<HookBindings> {
  const version = isJsonObject(json) ? (json.get('schema_version') ?? 0n) : 0n;
  // HOOK-VERSION: first of all, for in another version anything may have another shape.
  if (typeof version === 'bigint' && version > 1n) {
    return fail({ code: 'hooks.schema-version', found: String(version) });
  }
  // HOOK-MIGRATE: version 0 did not keep the time of its last change.
  const isOld = version === 0n;
  const read = (isOld ? oldDocument : document)(json, '');
  if (!read.ok) {
    const { problem } = read;
    const { path, detail } = problemDetail(problem);
    if (problem.kind === 'too-large') return fail({ code: 'hooks.too-large', detail: `${path} ${detail}` });
    return fail({ code: 'hooks.shape', path, detail });
  }
  const { entries, updatedAtUnixMs } = read.value;
  const seen = new Set<string>();
  for (const { hookId } of entries) {
    // HOOK-UNIQUE: compared as written, since that is how a binding is found.
    if (seen.has(hookId)) return fail({ code: 'hooks.duplicate-hook', hookId });
    seen.add(hookId);
  }
  return ok({ updatedAtUnixMs, entries: sortHooks(entries) });
}

/** HOOK-SORTED */
export function sortHooks(entries: readonly HookBinding[]): readonly HookBinding[] {
  return entries.toSorted((a, b) => compareBytes(a.hookId, b.hookId));
}

/** The document has a limit of its own. */
const readText = textUpTo(hookLimits.documentBytes);
const maybeText = orNull(readText);

const operatorFields = recordOf(
  {
    displayName: optional('display_name', maybeText, null),
    notes: optional('notes', maybeText, null),
    ownerPrincipal: optional('owner_principal', maybeText, null),
    updatedBy: optional('updated_by', maybeText, null),
  },
  'refused',
);

const operator: Reader<HookOperator> = (json, path) => {
  const read = operatorFields(json, path);
  if (!read.ok) return read;
  const { displayName, notes, ownerPrincipal, updatedBy } = read.value;
  const value = {
    displayName: displayName ?? undefined,
    notes: notes ?? undefined,
    ownerPrincipal: ownerPrincipal ?? undefined,
    updatedBy: updatedBy ?? undefined,
  };
  return { ok: true, value };
};

const binding: Reader<HookBinding> = recordOf(
  {
    hookId: required('hook_id', readText),
    event: required('event', readText),
    pluginId: required('plugin_id', readText),
    enabled: required('enabled', readFlag),
    operator: optional('operator', operator, noOperator),
    createdAtUnixMs: required('created_at_unix_ms', readI64),
    updatedAtUnixMs: required('updated_at_unix_ms', readI64),
  },
  'refused',
);

/** Which number it is has been looked at; that it is one has not. */
const readVersion: Reader<bigint> = (value, path) =>
  value === 0n || value === 1n
    ? { ok: true, value }
    : { ok: false, problem: { kind: 'wrong-type', path, wanted: 'the integer 1' } };

const fields = {
  schemaVersion: optional('schema_version', readVersion, 0n),
  entries: optional('entries', listOf(binding, hookLimits.bindings), []),
};
const document = recordOf({ ...fields, updatedAtUnixMs: required('updated_at_unix_ms', readI64) }, 'refused');
const oldDocument = recordOf({ ...fields, updatedAtUnixMs: optional('updated_at_unix_ms', readI64, 0n) }, 'refused');
