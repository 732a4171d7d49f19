import { toJsonObject } from '../../compile/plain.ts';

function text(value: string) {
  return { kind: 'string', value };
}

function flag(value: boolean) {
  return { kind: 'boolean', value };
}

const manifest = {
  schema_version: 1n,
  profile_id: 'worker-enabled',
  deployment_mode: 'remote_vps',
  bind_profile: 'loopback_only',
  capabilities: [
    { id: 'gateway.loopback', enabled_by_default: true, posture: 'required' },
    { id: 'networked_workers', enabled_by_default: true, posture: 'preview-with-attestation' },
    { id: 'worker.attestation', enabled_by_default: true, posture: 'required' },
    { id: 'artifact_transport', enabled_by_default: true, posture: 'required' },
    { id: 'public_gateway', enabled_by_default: false, posture: 'requires-explicit-public-tls' },
  ],
  defaults: [
    { config_path: 'deployment.profile', value: text('worker-enabled') },
    { config_path: 'deployment.mode', value: text('remote_vps') },
    { config_path: 'gateway.bind_profile', value: text('loopback_only') },
    { config_path: 'gateway.allow_insecure_remote', value: flag(false) },
    { config_path: 'admin.require_auth', value: flag(true) },
    { config_path: 'feature_rollouts.networked_workers', value: flag(true) },
    { config_path: 'networked_workers.mode', value: text('preview_only') },
    { config_path: 'networked_workers.require_attestation', value: flag(true) },
    { config_path: 'networked_workers.lease_ttl_ms', value: { kind: 'integer', value: 900_000n } },
  ],
  blockers: [
    { code: 'worker_attestation_digest_required', severity: 'blocking' },
    { code: 'execution_plane_egress_review', severity: 'blocking' },
  ],
  health_preflights: [
    { id: 'config_schema', required: true, scope: 'config' },
    { id: 'worker_rollout', required: true, scope: 'rollout' },
    { id: 'attestation', required: true, scope: 'security' },
    { id: 'artifact_transport', required: true, scope: 'storage' },
    { id: 'orphan_reaper', required: true, scope: 'recovery' },
  ],
  recipe_targets: [
    { kind: 'dockerfile', path: 'infra/deployment/docker/Dockerfile.palyra', service: 'palyra' },
    { kind: 'compose', path: 'infra/deployment/compose/worker-enabled.yml', service: 'palyrad+palyra-workerd' },
    { kind: 'systemd', path: 'infra/deployment/systemd/palyrad.service', service: 'palyrad' },
    { kind: 'systemd', path: 'infra/deployment/systemd/palyra-workerd.service', service: 'palyra-workerd' },
  ],
};

export const value = {
  profile: 'worker-enabled',
  manifest: toJsonObject(manifest),
  runnerPolicy: toJsonObject({
    enabled: false,
    allow_inline_modules: false,
    max_module_size_bytes: 262_144n,
    fuel_budget: 10_000_000n,
    max_memory_bytes: 67_108_864n,
    max_table_elements: 100_000n,
    max_instances: 256n,
    allowed_http_hosts: [],
    allowed_secrets: [],
    allowed_storage_prefixes: [],
    allowed_channels: [],
  }),
  auditPolicy: toJsonObject({
    max_module_bytes: 8_388_608n,
    max_exported_functions: 128n,
    allow_device_capabilities: false,
    allow_wildcard_capabilities: false,
  }),
};
