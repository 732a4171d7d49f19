/** The deployment profiles in their order. */
export const profileIds = ['local', 'single-vm', 'worker-enabled'] as const;
export type ProfileId = (typeof profileIds)[number];

export const profileSchemaVersion = 1n;

/** PROF-ALIASES: every spelling of a profile in lower case, its id among them. */
export const profileAliases = {
  local: ['local', 'local_desktop', 'local-desktop'],
  'single-vm': ['single-vm', 'single_vm', 'single', 'remote', 'remote_vps', 'remote-vps', 'vps'],
  'worker-enabled': ['worker-enabled', 'worker_enabled', 'worker', 'workers'],
} as const satisfies { readonly [id in ProfileId]: readonly string[] };

type DefaultValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** What a profile says of a deployment, without the words for people. */
export interface ProfileManifest {
  readonly profileId: ProfileId;
  readonly deploymentMode: 'local_desktop' | 'remote_vps';
  readonly bindProfile: 'loopback_only';
  readonly capabilities: readonly ProfileCapability[];
  readonly defaults: readonly { readonly configPath: string; readonly value: DefaultValue }[];
  readonly blockers: readonly { readonly code: string; readonly severity: 'blocking' }[];
  readonly healthPreflights: readonly { readonly id: string; readonly required: boolean; readonly scope: string }[];
  readonly recipeTargets: readonly { readonly kind: string; readonly path: string; readonly service: string }[];
}

interface ProfileCapability {
  readonly id: string;
  readonly enabledByDefault: boolean;
  readonly posture: string;
}

function capability(id: string, enabledByDefault: boolean, posture: string): ProfileCapability {
  return { id, enabledByDefault, posture };
}

function setting(configPath: string, value: string | bigint | boolean) {
  return { configPath, value: tagged(value) };
}

function tagged(value: string | bigint | boolean): DefaultValue {
  if (typeof value === 'string') return { kind: 'string', value };
  return typeof value === 'bigint' ? { kind: 'integer', value } : { kind: 'boolean', value };
}

function preflight(id: string, required: boolean, scope: string) {
  return { id, required, scope };
}

function recipe(kind: string, path: string, service: string) {
  return { kind, path: `infra/deployment/${path}`, service };
}

const loopback = capability('gateway.loopback', true, 'required');
const configSchema = preflight('config_schema', true, 'config');
const loopbackBind = setting('gateway.bind_profile', 'loopback_only');
const remoteMode = setting('deployment.mode', 'remote_vps');
const noInsecureRemote = setting('gateway.allow_insecure_remote', false);
const requireAuth = setting('admin.require_auth', true);
const workersOff = [
  setting('feature_rollouts.networked_workers', false),
  setting('networked_workers.mode', 'disabled'),
] as const;

const dockerfile = recipe('dockerfile', 'docker/Dockerfile.palyra', 'palyra');
const daemonUnit = recipe('systemd', 'systemd/palyrad.service', 'palyrad');

export const profileManifests: { readonly [id in ProfileId]: ProfileManifest } = {
  local: {
    profileId: 'local',
    deploymentMode: 'local_desktop',
    bindProfile: 'loopback_only',
    capabilities: [
      loopback,
      capability('browserd.local', true, 'default-on'),
      capability('networked_workers', false, 'disabled'),
      capability('public_gateway', false, 'blocked-by-default'),
    ],
    defaults: [
      setting('deployment.profile', 'local'),
      setting('deployment.mode', 'local_desktop'),
      loopbackBind,
      requireAuth,
      ...workersOff,
    ],
    blockers: [],
    healthPreflights: [
      configSchema,
      preflight('loopback_bind', true, 'network'),
      preflight('model_auth', false, 'auth'),
    ],
    recipeTargets: [],
  },
  'single-vm': {
    profileId: 'single-vm',
    deploymentMode: 'remote_vps',
    bindProfile: 'loopback_only',
    capabilities: [
      loopback,
      capability('systemd.palyrad', true, 'recipe'),
      capability('docker.compose', true, 'recipe'),
      capability('public_gateway', false, 'requires-explicit-public-tls'),
      capability('networked_workers', false, 'disabled'),
    ],
    defaults: [
      setting('deployment.profile', 'single-vm'),
      remoteMode,
      loopbackBind,
      noInsecureRemote,
      requireAuth,
      ...workersOff,
    ],
    blockers: [{ code: 'public_tls_requires_dual_ack', severity: 'blocking' }],
    healthPreflights: [
      configSchema,
      preflight('bind_posture', true, 'network'),
      preflight('storage_paths', true, 'storage'),
      preflight('systemd_or_compose', false, 'service'),
    ],
    recipeTargets: [dockerfile, recipe('compose', 'compose/single-vm.yml', 'palyrad'), daemonUnit],
  },
  'worker-enabled': {
    profileId: 'worker-enabled',
    deploymentMode: 'remote_vps',
    bindProfile: 'loopback_only',
    capabilities: [
      loopback,
      capability('networked_workers', true, 'preview-with-attestation'),
      capability('worker.attestation', true, 'required'),
      capability('artifact_transport', true, 'required'),
      capability('public_gateway', false, 'requires-explicit-public-tls'),
    ],
    defaults: [
      setting('deployment.profile', 'worker-enabled'),
      remoteMode,
      loopbackBind,
      noInsecureRemote,
      requireAuth,
      setting('feature_rollouts.networked_workers', true),
      setting('networked_workers.mode', 'preview_only'),
      setting('networked_workers.require_attestation', true),
      setting('networked_workers.lease_ttl_ms', 900_000n),
    ],
    blockers: [
      { code: 'worker_attestation_digest_required', severity: 'blocking' },
      { code: 'execution_plane_egress_review', severity: 'blocking' },
    ],
    healthPreflights: [
      configSchema,
      preflight('worker_rollout', true, 'rollout'),
      preflight('attestation', true, 'security'),
      preflight('artifact_transport', true, 'storage'),
      preflight('orphan_reaper', true, 'recovery'),
    ],
    recipeTargets: [
      dockerfile,
      recipe('compose', 'compose/worker-enabled.yml', 'palyrad+palyra-workerd'),
      daemonUnit,
      recipe('systemd', 'systemd/palyra-workerd.service', 'palyra-workerd'),
    ],
  },
};
