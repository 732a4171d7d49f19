import { toJson, toJsonObject } from '../../compile/plain.ts';
import type { OperationInput, OperationValue } from '../../operations.ts';
import { artifact } from './artifact.ts';
import * as skill from './skill.ts';

/** The small skill bound as a plugin. */

const boundAt = 1_750_000_200_000n;
const skillId = 'acme.echo_skill';
const none = { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] };
const hosts = { ...none, http_hosts: ['api.example.com'] };
const noOperator = { display_name: null, notes: null, owner_principal: null, updated_by: null, tags: [] };

const record = {
  plugin_id: 'echo',
  enabled: true,
  skill_id: skillId,
  capability_profile: none,
  created_at_unix_ms: boundAt,
  updated_at_unix_ms: boundAt,
};

const bound = {
  ...record,
  skill_version: null,
  tool_id: null,
  module_path: null,
  entrypoint: null,
  operator: noOperator,
  discovery: { state: 'unknown' },
  config: null,
  capability_diff: { valid: true },
  typed_contracts: {},
};

const text = `{"schema_version": 2, "updated_at_unix_ms": ${boundAt}, "entries": [{"plugin_id": "echo", "enabled": true, "skill_id": "${skillId}", "created_at_unix_ms": ${boundAt}, "updated_at_unix_ms": ${boundAt}}]}`;
const bindings = Buffer.from(text);
const indexOf = (entries: readonly (typeof bound)[]) =>
  toJsonObject({ schema_version: 2n, updated_at_unix_ms: boundAt, entries });

export const load: Worked<'plugins.load'> = { input: { bindings }, value: { index: indexOf([bound]) } };

export const bind: Worked<'plugins.bind'> = {
  input: { bindings: null, request: toJson({ plugin_id: ' Echo ', skill_id: skillId }), nowUnixMs: boundAt },
  value: { index: indexOf([bound]) },
};

export const remove: Worked<'plugins.remove'> = {
  input: { bindings, pluginId: 'echo', hooked: [], nowUnixMs: boundAt },
  value: { index: indexOf([]) },
};

export const check: Worked<'plugins.check'> = {
  input: {
    binding: toJson({ ...record, capability_profile: hosts }),
    installed: [{ skillId, version: '1.0.0', current: true, artifact }],
    status: null,
    trustDecision: 'allowlisted',
    policy: toJsonObject(none),
    config: null,
    filesystem: [],
  },
  value: {
    ready: false,
    reasons: ['capabilities-invalid'],
    discovery: toJsonObject({ state: 'installed', missing_paths: [] }),
    resolved: toJsonObject({ skill_id: skillId, version: '1.0.0', module_path: 'modules/echo.wasm' }),
    capabilities: toJsonObject({
      valid: false,
      declared: hosts,
      granted: hosts,
      effective: none,
      entries: [{ category: 'policy_restricted', capability_kind: 'http_hosts', value: 'api.example.com' }],
    }),
    config: toJsonObject({ state: 'valid', issues: [], redacted_fields: [], configured: {}, effective: {} }),
    contracts: toJsonObject({ mode: 'untyped_legacy', ready: true, entries: [] }),
  },
};

export const grant: Worked<'plugins.grant'> = {
  input: {
    requested: null,
    profile: toJsonObject(none),
    manifest: Buffer.from(skill.manifestText),
    policy: toJsonObject(hosts),
  },
  value: { granted: toJsonObject(none) },
};

type Worked<O extends `plugins.${'load' | 'bind' | 'remove' | 'check' | 'grant'}`> = {
  readonly input: OperationInput<O>;
  readonly value: OperationValue<O>;
};
