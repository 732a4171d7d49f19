import { profileIds } from '../profiles.ts';
import { u64 } from './numbers.ts';
import { boolean, list, object, type Schema, string, word } from './schema.ts';

function tagged(kind: string, value: Schema): Schema {
  return object({ kind: { const: kind }, value });
}

const anyDefault = {
  anyOf: [
    tagged('string', string),
    tagged('integer', { type: 'integer' }),
    tagged('boolean', boolean),
    tagged('string_list', list(string)),
  ],
};

export const profile = word(...profileIds);

/** Without the words for people. */
export const profileManifest = object({
  schema_version: { const: 1n },
  profile_id: profile,
  deployment_mode: word('local_desktop', 'remote_vps'),
  bind_profile: { const: 'loopback_only' },
  capabilities: list(object({ id: string, enabled_by_default: boolean, posture: string })),
  defaults: list(object({ config_path: string, value: anyDefault })),
  blockers: list(object({ code: string, severity: string })),
  health_preflights: list(object({ id: string, required: boolean, scope: string })),
  recipe_targets: list(object({ kind: string, path: string, service: string })),
});

export const auditPolicy = object({
  max_module_bytes: u64,
  max_exported_functions: u64,
  allow_device_capabilities: boolean,
  allow_wildcard_capabilities: boolean,
});
