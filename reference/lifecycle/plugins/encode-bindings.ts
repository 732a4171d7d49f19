import type { Json, JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { bindingsVersion } from '#spec/plugins.ts';
import type { BindingOperator, CapabilityProfile, PluginBinding, PluginBindings } from './binding.ts';

/** The document as it is saved: an optional field that has no value is left out. */
export function encodePluginBindings(bindings: PluginBindings): Uint8Array {
  return Buffer.from(encodePrettyJson(document(bindings, withoutNull)));
}

/** As the protocol has it: every field is there, with null where it has no value. */
export function bindingsToWire(bindings: PluginBindings): JsonObject {
  return document(bindings, (fields) => fields);
}

export function bindingToJson(binding: PluginBinding): JsonObject {
  return record(binding, withoutNull);
}

type Fields = Map<string, Json>;
type Keep = (fields: Fields) => Fields;

function document({ updatedAtUnixMs, entries }: PluginBindings, keep: Keep): JsonObject {
  return new Map<string, Json>([
    ['schema_version', bindingsVersion],
    ['updated_at_unix_ms', updatedAtUnixMs],
    ['entries', entries.map((binding) => record(binding, keep))],
  ]);
}

function record(binding: PluginBinding, keep: Keep): JsonObject {
  const { cached } = binding;
  return keep(
    new Map<string, Json>([
      ['plugin_id', binding.pluginId],
      ['enabled', binding.enabled],
      ['skill_id', binding.skillId],
      ['skill_version', binding.skillVersion ?? null],
      ['tool_id', binding.toolId ?? null],
      ['module_path', binding.modulePath ?? null],
      ['entrypoint', binding.entrypoint ?? null],
      ['capability_profile', profileToJson(binding.profile)],
      ['operator', operatorToJson(binding.operator, keep)],
      ['discovery', cached.discovery],
      ['config', cached.config ?? null],
      ['capability_diff', cached.capabilityDiff],
      ['typed_contracts', cached.typedContracts],
      ['created_at_unix_ms', binding.createdAtUnixMs],
      ['updated_at_unix_ms', binding.updatedAtUnixMs],
    ]),
  );
}

export function profileToJson(profile: CapabilityProfile): JsonObject {
  return new Map<string, Json>([
    ['http_hosts', profile.http_hosts],
    ['secrets', profile.secrets],
    ['storage_prefixes', profile.storage_prefixes],
    ['channels', profile.channels],
  ]);
}

function operatorToJson(operator: BindingOperator, keep: Keep): JsonObject {
  return keep(
    new Map<string, Json>([
      ['display_name', operator.displayName ?? null],
      ['notes', operator.notes ?? null],
      ['owner_principal', operator.ownerPrincipal ?? null],
      ['updated_by', operator.updatedBy ?? null],
      ['tags', operator.tags],
    ]),
  );
}

function withoutNull(fields: Fields): Fields {
  return new Map([...fields].filter(([, value]) => value !== null));
}
