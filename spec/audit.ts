import { runtimeDefaults } from './constants.ts';

/** What an operator lets pass, where nothing else is said. */
export const auditDefaults = {
  max_module_bytes: 8_388_608n,
  max_exported_functions: 128n,
  allow_device_capabilities: false,
  allow_wildcard_capabilities: false,
} as const;

/** The variable that says where a host gets its feed of known weaknesses from. */
export const vulnerabilityFeedVariable = 'PALYRA_SKILL_AUDIT_VULN_FEED_HOOK';

export const checkStatuses = ['pass', 'warn', 'fail', 'skipped'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** Each status has one. */
export const severityOf = {
  pass: 'info',
  warn: 'warning',
  fail: 'error',
  skipped: 'info',
} as const satisfies Record<CheckStatus, string>;
export type CheckSeverity = (typeof severityOf)[CheckStatus];

/** The checks beyond the core ones, in the order in which their failures are told. */
export const furtherChecks = [
  'wasm_foreign_imports',
  'wasm_memory_minimum',
  'wasm_table_minimum',
  'wasm_start_function',
  'wasm_custom_sections',
  'wasm_function_count',
  'wasm_function_size',
  'wasm_local_count',
  'default_entrypoint_export',
  'sbom_digests',
  'provenance_digests',
] as const;
export type FurtherCheck = (typeof furtherChecks)[number];

/** What the further checks let a module have at most. */
export const auditLimits = {
  /** Of the content of all custom sections, their names included. */
  customSections: 1000,
  customSectionBytes: 4_194_304,
  functions: 50_000,
  functionBytes: 1_048_576,
  /** Of all functions, without their parameters. */
  locals: 5_000_000,
  memoryBytes: runtimeDefaults.memoryBytes,
  tableElements: runtimeDefaults.tableElements,
  /** Of a bill of materials or a provenance whose digests are compared. */
  documentBytes: 4_194_304,
} as const;
