import { shippedAdapters } from '#spec/contracts/adapters.ts';
import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { type DiscoveryState, type NotReadyCode, trustOverride } from '#spec/plugins.ts';
import type { Host } from '../../artifact/inspect.ts';
import { negotiate } from '../../runtime/contracts/negotiate.ts';
import type { InstalledSkills } from '../../runtime/runner/installed-skills.ts';
import { compareBytes } from '../../text/byte-order.ts';
import type { CapabilityProfile, PluginBinding } from './binding.ts';
import { type ConfigInstance, type ConfigReport, checkConfig, unknownConfig } from './check-config.ts';
import { type CapabilityComparison, compareCapabilities } from './compare-capabilities.ts';
import { type Resolution, type ResolvedPlugin, resolveBinding } from './resolve.ts';

/** What a host knows about a plugin besides its binding. */
export interface PluginSurroundings {
  readonly host: Host;
  readonly installed: InstalledSkills;
  /** That of the version that is bound; undefined where it has none. */
  readonly status: 'active' | 'quarantined' | 'disabled' | undefined;
  /** What was decided about its signer when the version was installed. */
  readonly trustDecision: string | undefined;
  readonly policy: CapabilityProfile;
  readonly config: ConfigInstance | undefined;
  /** What is wrong with its folders and files. */
  readonly filesystem: readonly string[];
}

type NegotiationReport = ReturnType<typeof negotiate>;

export interface BindingReport {
  readonly ready: boolean;
  readonly reasons: readonly NotReadyCode[];
  readonly discovery: { readonly state: DiscoveryState; readonly missingPaths: readonly string[] };
  readonly resolved: ResolvedPlugin | undefined;
  /** Undefined where there is no manifest to compare with. */
  readonly capabilities: CapabilityComparison | undefined;
  readonly config: ConfigReport;
  readonly contracts: NegotiationReport;
}

export function checkBinding(binding: PluginBinding, around: PluginSurroundings): BindingReport {
  const resolution = resolveBinding(binding, around.installed, around.host);
  const inspection = resolution.kind === 'unresolved' ? undefined : resolution.inspection;
  const capabilities = inspection && compareCapabilities(inspection.manifest, binding.profile, around.policy);
  const config =
    inspection === undefined
      ? unknownConfig
      : checkConfig(inspection.manifest.operator.config, around.config, inspection.payloadSha256);
  const contracts = negotiate({
    declarations: inspection?.manifest.operator.plugin.contracts ?? [],
    // PLUG-CONTRACTS: what is granted is in use, whatever was declared.
    capabilityClasses: capabilityClasses.filter((which) => binding.profile[which].length > 0),
    adapters: shippedAdapters,
  });
  const found = { binding, around, resolution, capabilities, config, contracts };
  const reasons = reasonsAgainst(found);
  return {
    ready: reasons.length === 0,
    reasons,
    discovery: discoveryOf(found),
    resolved: resolution.kind === 'resolved' ? resolution.plugin : undefined,
    capabilities,
    config,
    contracts,
  };
}

interface Found {
  readonly binding: PluginBinding;
  readonly around: PluginSurroundings;
  readonly resolution: Resolution;
  readonly capabilities: CapabilityComparison | undefined;
  readonly config: ConfigReport;
  readonly contracts: NegotiationReport;
}

/** PLUG-REASONS: all that hold, so that they can be mended at once. */
function reasonsAgainst({ binding, around, resolution, capabilities, config, contracts }: Found) {
  const holds: Readonly<Record<NotReadyCode, boolean>> = {
    'binding-disabled': !binding.enabled,
    'capabilities-invalid': capabilities?.valid === false,
    'config-invalid': config.state === 'invalid',
    'config-missing': config.state === 'missing',
    'config-requires-migration': config.state === 'requires_migration',
    'contracts-rejected': !contracts.ready,
    'filesystem-unsafe': around.filesystem.length > 0,
    'module-missing': resolution.kind === 'module-missing',
    'skill-disabled': around.status === 'disabled',
    'skill-quarantined': around.status === 'quarantined',
    'skill-unresolved': resolution.kind === 'unresolved',
    'trust-overridden': around.trustDecision === trustOverride,
  };
  const codes = Object.keys(holds) as readonly NotReadyCode[];
  return codes.filter((code) => holds[code]).toSorted(compareBytes);
}

/** PLUG-DISCOVERY: the first that applies. */
function discoveryOf({ binding, around, resolution, config }: Found): BindingReport['discovery'] {
  const is = (state: DiscoveryState) => ({ state, missingPaths: [] });
  if (around.filesystem.length > 0) return is('filesystem_unsafe');
  if (around.trustDecision === trustOverride) return is('signature_failed');
  if (config.state === 'requires_migration') return is('requires_migration');
  if (resolution.kind === 'module-missing') {
    const { modulePath } = binding;
    return { state: 'missing_module', missingPaths: modulePath === undefined ? [] : [modulePath] };
  }
  if (resolution.kind === 'unresolved' || config.state !== 'valid') return is('invalid');
  return is('installed');
}
