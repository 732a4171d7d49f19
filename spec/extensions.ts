/** What a package of the extension registry can be. */
export const packageKinds = ['skill', 'plugin', 'generated_skill'] as const;

export const packageStatuses = [
  'installed',
  'verified',
  'quarantined',
  'enabled',
  'disabled',
  'failed',
  'rolled_back',
  'removed',
] as const;
export type PackageStatus = (typeof packageStatuses)[number];

/** EXT-TRANSITIONS: whatever is not here is refused, staying as one is included. */
export const allowedTransitions = {
  installed: ['verified', 'quarantined', 'failed'],
  verified: ['enabled', 'disabled', 'quarantined'],
  quarantined: ['enabled', 'disabled', 'removed'],
  enabled: ['disabled', 'quarantined', 'rolled_back'],
  disabled: ['enabled', 'removed'],
  failed: ['removed'],
  rolled_back: ['disabled', 'removed'],
  removed: [],
} as const satisfies { readonly [from in PackageStatus]: readonly PackageStatus[] };

/** The classes of grants in their order. */
export const grantClasses = ['network', 'secret', 'storage_read', 'storage_write', 'channel', 'device'] as const;
export type GrantClass = (typeof grantClasses)[number];

/** What a policy is asked for each class, and how a failed check spells it. */
export const grantClassFacts = {
  network: { action: 'extension.capability.network.egress', shown: 'Network' },
  secret: { action: 'extension.capability.secrets.read', shown: 'Secret' },
  storage_read: { action: 'extension.capability.storage.read', shown: 'StorageRead' },
  storage_write: { action: 'extension.capability.storage.write', shown: 'StorageWrite' },
  channel: { action: 'extension.capability.channel.use', shown: 'Channel' },
  device: { action: 'extension.capability.device.use', shown: 'Device' },
} as const satisfies { readonly [name in GrantClass]: { readonly action: string; readonly shown: string } };

export const compatibilityCodes = [
  'abi_required_protocol_major_unsupported',
  'host_below_min_palyra_version',
  'host_above_max_palyra_version',
  'manifest_compatibility_failed',
] as const;
export type CompatibilityCode = (typeof compatibilityCodes)[number];

export type EvaluationRunStatus = 'missing' | 'flaky' | 'passed' | 'failed';

export const rollbackAction = 'extension.self_improvement.rollback';

/** What `extension.evaluate` can be asked. */
export const evaluations = [
  'enable_gate',
  'eval_outcome',
  'eval_run',
  'rollback_plan',
  'contract_fixture',
  'capability_diff',
  'doctor',
] as const;
export type Evaluation = (typeof evaluations)[number];
