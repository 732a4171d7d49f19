import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { bindingsVersion } from '#spec/plugins.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { noBindings, type PluginBinding, type PluginBindings } from './binding.ts';
import { normaliseRequest } from './normalise.ts';
import { readBinding } from './read-binding.ts';

const mostBindings = 10_000;

/** PLUG-READ-ORDER: the content of a bindings document as a save would write it; undefined stands for no file. */
export function parsePluginBindings(bytes: Uint8Array | undefined): Result<PluginBindings> {
  if (bytes === undefined) return ok(noBindings);
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'plugins.bindings-json', detail: json.problem });
  const [repeated] = json.repeated;
  // PLUG-REPEATED: what is cached is as free as the values of a report, the rest are records.
  if (repeated !== undefined) return fail({ code: 'plugins.repeated-field', path: repeated.join('.') });
  if (!isJsonObject(json.value)) return badDocument('', 'must be an object');
  const current = migrate(json.value);
  return current.ok ? readDocument(current.value) : current;
}

/** PLUG-MIGRATE: version 0 had no time of its last change; version 1 differs only in what has defaults. */
function migrate(document: JsonObject): Result<JsonObject> {
  const version = document.has('schema_version') ? document.get('schema_version') : 0n;
  if (typeof version !== 'bigint' || version < 0n) return badDocument('schema_version', 'must be an integer from 0 on');
  if (version > bindingsVersion) return fail({ code: 'plugins.bindings-version', version });
  if (version > 0n) return ok(document);
  return ok(new Map([['updated_at_unix_ms', 0n], ...document]));
}

const known = new Set(['schema_version', 'updated_at_unix_ms', 'entries']);

function readDocument(document: JsonObject): Result<PluginBindings> {
  const unknown = [...document.keys()].find((key) => !known.has(key));
  if (unknown !== undefined) return badDocument('', `has an unknown field ${JSON.stringify(unknown)}`);
  const updatedAtUnixMs = document.get('updated_at_unix_ms');
  if (typeof updatedAtUnixMs !== 'bigint' || BigInt.asIntN(64, updatedAtUnixMs) !== updatedAtUnixMs) {
    return badDocument('updated_at_unix_ms', 'must be an integer of 64 bits');
  }
  const entries = document.get('entries');
  if (!isJsonArray(entries)) return badDocument('entries', 'must be an array');
  if (entries.length > mostBindings) {
    return fail({ code: 'plugins.too-large', path: 'entries', detail: `has more than ${mostBindings} items` });
  }
  const bindings = new Map<string, PluginBinding>();
  for (const [index, entry] of entries.entries()) {
    const binding = parseBinding(entry, `entries[${index}]`);
    if (!binding.ok) return binding;
    const { pluginId } = binding.value;
    // PLUG-UNIQUE: after the ids have their one spelling, or two of them would share a folder.
    if (bindings.has(pluginId)) return fail({ code: 'plugins.duplicate-plugin', pluginId });
    bindings.set(pluginId, binding.value);
  }
  return ok({ updatedAtUnixMs, entries: sortBindings([...bindings.values()]) });
}

/** One record: its shape, then its values (PLUG-LOAD-VALUES). */
export function parseBinding(json: Json, path: string): Result<PluginBinding> {
  const read = readBinding(json, path);
  if (!read.ok) return read;
  const normal = normaliseRequest(read.value, path === '' ? '' : `${path}.`);
  if (!normal.ok) return normal;
  const binding = normal.value;
  const configPath = binding.cached.config?.get('path');
  // PLUG-CONFIG-PATH: it is read, and removed, where it is said to be.
  if (typeof configPath === 'string' && configPath !== configPathOf(binding.pluginId)) {
    return fail({ code: 'plugins.bad-config-path', value: configPath });
  }
  // PLUG-CREATED-AT: the time of the first binding was not always kept.
  const createdAtUnixMs = binding.createdAtUnixMs === 0n ? binding.updatedAtUnixMs : binding.createdAtUnixMs;
  return ok({ ...binding, createdAtUnixMs });
}

/** Below the folder of plugins. */
export function configPathOf(pluginId: string): string {
  return `${pluginId}/config.json`;
}

export function sortBindings(bindings: readonly PluginBinding[]): readonly PluginBinding[] {
  return bindings.toSorted((a, b) => compareBytes(a.pluginId, b.pluginId));
}

function badDocument(path: string, detail: string) {
  return fail({ code: 'plugins.bad-record', path, detail });
}
