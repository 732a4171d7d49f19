import type { Json, JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import type { HookBinding, HookBindings } from './binding.ts';

/** The document as it is saved: an optional field that has no value is left out. */
export function encodeHookBindings(bindings: HookBindings): Uint8Array {
  return Buffer.from(encodePrettyJson(document(bindings, withoutNull)));
}

/** As the protocol has it: every field is there, with null where it has no value. */
export function hookBindingsToWire(bindings: HookBindings): JsonObject {
  return document(bindings, (fields) => fields);
}

export function hookToJson(hook: HookBinding): JsonObject {
  return record(hook, withoutNull);
}

type Fields = Map<string, Json>;
type Keep = (fields: Fields) => Fields;

function document({ updatedAtUnixMs, entries }: HookBindings, keep: Keep): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['updated_at_unix_ms', updatedAtUnixMs],
    ['entries', entries.map((hook) => record(hook, keep))],
  ]);
}

function record(hook: HookBinding, keep: Keep): JsonObject {
  const { displayName, notes, ownerPrincipal, updatedBy } = hook.operator;
  const operator = keep(
    new Map<string, Json>([
      ['display_name', displayName ?? null],
      ['notes', notes ?? null],
      ['owner_principal', ownerPrincipal ?? null],
      ['updated_by', updatedBy ?? null],
    ]),
  );
  return new Map<string, Json>([
    ['hook_id', hook.hookId],
    ['event', hook.event],
    ['plugin_id', hook.pluginId],
    ['enabled', hook.enabled],
    ['operator', operator],
    ['created_at_unix_ms', hook.createdAtUnixMs],
    ['updated_at_unix_ms', hook.updatedAtUnixMs],
  ]);
}

function withoutNull(fields: Fields): Fields {
  return new Map([...fields].filter(([, value]) => value !== null));
}
