/** The version of the document of bindings that is written; older ones are brought up to it. */
export const bindingsVersion = 2n;

/** Of the id of a plugin, and of a skill that one is bound to. */
export const longestBindingId = 128;

export const discoveryStates = [
  'unknown',
  'installed',
  'invalid',
  'requires_migration',
  'signature_failed',
  'missing_module',
  'filesystem_unsafe',
] as const;
export type DiscoveryState = (typeof discoveryStates)[number];

export const configStates = ['unknown', 'valid', 'missing', 'invalid', 'requires_migration'] as const;
export type ConfigState = (typeof configStates)[number];

/** In the order of a report, where kind and value are the same. */
export const differenceCategories = [
  'excess_grant',
  'missing_grant',
  'policy_restricted',
  'unused_declared_capability',
  'wildcard_risk',
] as const;
export type DifferenceCategory = (typeof differenceCategories)[number];

export const configIssueCodes = ['undeclared', 'wrong-type', 'not-listed', 'missing'] as const;
export type ConfigIssueCode = (typeof configIssueCodes)[number];

/** Why a binding is not ready, in byte order. */
export const notReadyCodes = [
  'binding-disabled',
  'capabilities-invalid',
  'config-invalid',
  'config-missing',
  'config-requires-migration',
  'contracts-rejected',
  'filesystem-unsafe',
  'module-missing',
  'skill-disabled',
  'skill-quarantined',
  'skill-unresolved',
  'trust-overridden',
] as const;
export type NotReadyCode = (typeof notReadyCodes)[number];

export const filesystemIssueCodes = [
  'invalid_plugin_id',
  'plugins_root_symlink',
  'plugins_root_escape',
  'plugins_root_writable',
  'plugin_root_symlink',
  'plugin_root_escape',
  'plugin_root_writable',
  'plugin_config_symlink',
  'plugin_config_escape',
  'plugin_config_writable',
] as const;
export type FilesystemIssueCode = (typeof filesystemIssueCodes)[number];

/** What is shown in the place of a value that nobody is to see. */
export const redactionMark = '[redacted]';

/** What an installed version was let in by when its publisher was not trusted. */
export const trustOverride = 'untrusted_override';
