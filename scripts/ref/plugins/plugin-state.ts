import { join } from 'node:path';
import type { Host } from '#reference/artifact/inspect.ts';
import type { InstalledIndex } from '#reference/lifecycle/index/installed-index.ts';
import type { CapabilityProfile, PluginBinding, PluginBindings } from '#reference/lifecycle/plugins/binding.ts';
import { type BindingReport, checkBinding } from '#reference/lifecycle/plugins/check-binding.ts';
import type { ConfigInstance } from '#reference/lifecycle/plugins/check-config.ts';
import { parseConfigFile } from '#reference/lifecycle/plugins/config-file.ts';
import { parsePluginBindings } from '#reference/lifecycle/plugins/parse-bindings.ts';
import { probePluginFiles } from '#reference/lifecycle/plugins/probe-files.ts';
import type { StatusRow } from '#reference/lifecycle/step/types.ts';
import { findSkill, type InstalledSkill } from '#reference/runtime/runner/installed-skills.ts';
import type { StateSnapshot } from '#reference/state/state.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import { ok, type Result } from '#spec/result.ts';
import { readInstalled } from '../skills/installed-artifact.ts';
import { loadLifecycle } from '../skills/lifecycle-state.ts';
import type { OpenState } from '../state-root.ts';

/** Plugins and all that is known of them, as it is at one moment. */
export interface PluginState {
  readonly bindings: PluginBindings;
  readonly installed: readonly InstalledSkill[];
  readonly index: InstalledIndex;
  readonly statuses: readonly StatusRow[];
  readonly now: StateSnapshot;
}

export function loadBindings(now: StateSnapshot): Result<PluginBindings> {
  const bytes = now.plugins();
  return bytes.ok ? parsePluginBindings(bytes.value) : bytes;
}

export function loadPlugins(now: StateSnapshot, host: Host): Result<PluginState> {
  const bindings = loadBindings(now);
  if (!bindings.ok) return bindings;
  const lifecycle = loadLifecycle(now, { withStatuses: true });
  if (!lifecycle.ok) return lifecycle;
  const { index, statuses } = lifecycle.value;
  const installed = index.entries.map((record): InstalledSkill => {
    const { skillId, version, current } = record;
    const artifact = () => {
      const read = readInstalled(now, record, host);
      return read.ok ? read.value.bytes : describeFailure(read.failure);
    };
    return { skillId, version, current, artifact };
  });
  return ok({ bindings: bindings.value, installed, index, statuses, now });
}

export function checkPlugin(
  binding: PluginBinding,
  plugins: PluginState,
  { root }: OpenState,
  { host, policy }: { readonly host: Host; readonly policy: CapabilityProfile },
): Result<BindingReport> {
  const config = configOf(binding, plugins.now);
  if (!config.ok) return config;
  const { skillId, skillVersion } = binding;
  const version = findSkill(plugins.installed, skillId, skillVersion)?.version;
  const isIt = (row: { readonly skillId: string; readonly version: string }) =>
    row.skillId === skillId && row.version === version;
  return ok(
    checkBinding(binding, {
      host,
      policy,
      installed: plugins.installed,
      status: knownStatus(plugins.statuses.find(isIt)?.status),
      trustDecision: plugins.index.entries.find(isIt)?.trustDecision,
      config: config.value,
      filesystem: probePluginFiles(join(root.folder, 'plugins'), binding.pluginId),
    }),
  );
}

function configOf({ pluginId }: PluginBinding, now: StateSnapshot): Result<ConfigInstance | undefined> {
  const bytes = now.pluginConfig(pluginId);
  if (!bytes.ok) return bytes;
  return bytes.value === undefined ? ok(undefined) : parseConfigFile(bytes.value);
}

function knownStatus(status: string | undefined) {
  return status === 'active' || status === 'quarantined' || status === 'disabled' ? status : undefined;
}
