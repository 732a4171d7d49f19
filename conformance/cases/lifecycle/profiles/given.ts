import { auditDefaults } from '#spec/audit.ts';
import type { WireValue } from '#spec/operations.ts';
import { type ProfileId, profileManifests } from '#spec/profiles.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { Recipe } from '../../../case.ts';
import { exactly } from '../../manifest/exactly.ts';

interface Configured {
  readonly configured?: string | null;
  readonly mode?: string | null;
  readonly workers?: boolean;
}

/** What a configuration says; what is not given it does not say. */
export function telling({ configured = null, mode = null, workers = false }: Configured): () => Recipe {
  return () => ({
    operation: 'profile.resolve',
    model: { configured, deploymentMode: mode, networkedWorkers: workers },
  });
}

export function isProfile(profile: ProfileId) {
  return { value: (): WireValue => ({ profile, manifest: { profile_id: profile } }) };
}

/** One member of the manifest, in full. */
export function tells(profile: ProfileId, ...members: readonly string[]) {
  const whole = manifestOf(profile);
  const some = Object.entries(whole).filter(([name]) => members.includes(name));
  return { value: (): WireValue => ({ profile, manifest: Object.fromEntries(some) }) };
}

function manifestOf(profile: ProfileId): { readonly [name: string]: WireValue } {
  const its = profileManifests[profile];
  return {
    schema_version: 1n,
    profile_id: its.profileId,
    deployment_mode: its.deploymentMode,
    bind_profile: its.bindProfile,
    capabilities: its.capabilities.map(({ id, enabledByDefault, posture }) =>
      exactly({ id, enabled_by_default: enabledByDefault, posture }),
    ),
    defaults: its.defaults.map(({ configPath, value }) => exactly({ config_path: configPath, value })),
    blockers: its.blockers.map((blocker) => exactly(blocker)),
    health_preflights: its.healthPreflights.map((preflight) => exactly(preflight)),
    recipe_targets: its.recipeTargets.map((target) => exactly(target)),
  };
}

const { limits, maxModuleBytes } = runnerDefaults;

/** Nothing runs. */
export const runnerPosture: WireValue = exactly({
  enabled: false,
  allow_inline_modules: false,
  max_module_size_bytes: maxModuleBytes,
  fuel_budget: limits.fuelBudget,
  max_memory_bytes: limits.memoryBytes,
  max_table_elements: limits.tableElements,
  max_instances: limits.instances,
  allowed_http_hosts: [],
  allowed_secrets: [],
  allowed_storage_prefixes: [],
  allowed_channels: [],
});

/** Nothing dangerous passes. */
export const auditPosture: WireValue = exactly(auditDefaults);
