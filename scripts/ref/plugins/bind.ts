import type { Host } from '#reference/artifact/inspect.ts';
import type { BindingRequest, CachedAnswers, PluginBinding } from '#reference/lifecycle/plugins/binding.ts';
import { findBinding, upsertBinding } from '#reference/lifecycle/plugins/change-bindings.ts';
import { encodeConfigFile, parseConfigFile } from '#reference/lifecycle/plugins/config-file.ts';
import { encodePluginBindings } from '#reference/lifecycle/plugins/encode-bindings.ts';
import { configPathOf } from '#reference/lifecycle/plugins/parse-bindings.ts';
import { resolveBinding } from '#reference/lifecycle/plugins/resolve.ts';
import type { StateSnapshot } from '#reference/state/state.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { changeReadably } from '../skills/change-readably.ts';
import type { OpenState } from '../state-root.ts';
import { loadPlugins } from './plugin-state.ts';

export interface Bind {
  readonly request: BindingRequest;
  /** Values that are given, none that are kept as they are, or what is there taken away. */
  readonly config: { readonly values: JsonObject } | 'keep' | 'clear';
}

/** Binds a plugin to a skill that is installed, and writes its config for the contract that the skill has now. */
export function bindPlugin(
  state: OpenState,
  { request, config }: Bind,
  host: Host,
  now: bigint,
): Result<PluginBinding> {
  return changeReadably(state.root, (snapshot) => {
    const plugins = loadPlugins(snapshot, host);
    if (!plugins.ok) return plugins;
    const bound = upsertBinding(plugins.value.bindings, request, now);
    if (!bound.ok) return bound;
    const found = findBinding(bound.value, request.pluginId);
    if (!found.ok) return found;
    const binding = found.value;
    const { skillId, skillVersion, pluginId } = binding;
    const resolution = resolveBinding(binding, plugins.value.installed, host);
    if (resolution.kind === 'unresolved') return fail({ code: 'runner.not-installed', skillId, version: skillVersion });
    if (resolution.kind === 'module-missing') {
      return fail({ code: 'runner.unknown-module', path: binding.modulePath ?? '' });
    }
    const { manifest, payloadSha256 } = resolution.inspection;
    const values = valuesOf(config, snapshot, pluginId);
    if (!values.ok) return values;
    const contract = manifest.operator.config;
    if (contract === undefined && config !== 'keep' && config !== 'clear') {
      return fail({ code: 'plugins.bad-record', path: 'config', detail: 'has values, and the skill takes none' });
    }
    const kept = values.value === undefined || contract === undefined ? undefined : values.value;
    const version = contract?.schemaVersion;
    // Binding anew is how a migration is accepted: the values are stamped with what is there now.
    const file =
      kept &&
      encodeConfigFile({
        pluginId,
        skillId,
        skillVersion,
        contractSchemaVersion: version,
        payloadSha256,
        values: kept,
        updatedAtUnixMs: now,
      });
    const cached: CachedAnswers = {
      ...binding.cached,
      config: file && configReference(pluginId, version, payloadSha256),
    };
    const entries = bound.value.entries.map((each) => (each === binding ? { ...binding, cached } : each));
    const change = {
      plugins: encodePluginBindings({ ...bound.value, entries }),
      pluginConfigs: new Map([[pluginId, file]]),
    };
    return ok({ change, value: { ...binding, cached } });
  });
}

function valuesOf(config: Bind['config'], now: StateSnapshot, pluginId: string): Result<JsonObject | undefined> {
  if (config === 'clear') return ok(undefined);
  if (config !== 'keep') return ok(config.values);
  const bytes = now.pluginConfig(pluginId);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok(undefined);
  const file = parseConfigFile(bytes.value);
  return file.ok ? ok(file.value.values) : file;
}

function configReference(pluginId: string, contractVersion: bigint | undefined, payloadSha256: string): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['path', configPathOf(pluginId)],
    ...(contractVersion === undefined ? [] : [['contract_schema_version', contractVersion] as const]),
    ['manifest_payload_sha256', payloadSha256],
    [
      'validation',
      new Map<string, Json>([
        ['state', 'unknown'],
        ['issues', []],
        ['redacted_fields', []],
      ]),
    ],
  ]);
}
