import { configPropertyTypes, contractKinds, manifestVersions, quotaDefaults } from '#spec/constants.ts';
import type { Manifest } from '../manifest.ts';
import { listOf, mapOf } from './collections.ts';
import { readFreeForm } from './free-form.ts';
import type { Reader } from './reader.ts';
import { readFlag, readText, readU32, readU64 } from './scalars.ts';
import { optional, optionalTable, required, tableOf } from './table.ts';
import { oneOf } from './variant.ts';

const readTexts = listOf(readText);

const readRisk = tableOf({
  defaultSensitive: optional('default_sensitive', readFlag, false),
  requiresApproval: optional('requires_approval', readFlag, false),
});

const readTool = tableOf({
  id: required('id', readText),
  name: required('name', readText),
  description: required('description', readText),
  inputSchema: required('input_schema', readFreeForm),
  outputSchema: required('output_schema', readFreeForm),
  risk: optionalTable('risk', readRisk),
});

const readCapabilities = tableOf({
  filesystem: optionalTable(
    'filesystem',
    tableOf({
      readRoots: optional('read_roots', readTexts, []),
      writeRoots: optional('write_roots', readTexts, []),
    }),
  ),
  httpEgressAllowlist: optional('http_egress_allowlist', readTexts, []),
  secrets: optional(
    'secrets',
    listOf(
      tableOf({
        scope: required('scope', readText),
        keyNames: optional('key_names', readTexts, []),
      }),
    ),
    [],
  ),
  deviceCapabilities: optional('device_capabilities', readTexts, []),
  nodeCapabilities: optional('node_capabilities', readTexts, []),
  quotas: optionalTable(
    'quotas',
    tableOf({
      wallClockTimeoutMs: optional('wall_clock_timeout_ms', readU64, quotaDefaults.wall_clock_timeout_ms),
      fuelBudget: optional('fuel_budget', readU64, quotaDefaults.fuel_budget),
      maxMemoryBytes: optional('max_memory_bytes', readU64, quotaDefaults.max_memory_bytes),
    }),
  ),
  wildcardOptIn: optionalTable(
    'wildcard_opt_in',
    tableOf({
      filesystem: optional('filesystem', readFlag, false),
      httpEgress: optional('http_egress', readFlag, false),
      secrets: optional('secrets', readFlag, false),
      device: optional('device', readFlag, false),
      node: optional('node', readFlag, false),
    }),
  ),
});

// MAN-ALIASES: the older names are read in both manifest versions, and never written.
const readCompat = tableOf({
  requiredProtocolMajor: required('required_protocol_major', readU32, 'min_protocol_major'),
  minPalyraVersion: required('min_palyra_version', readText, 'min_runtime_version'),
  maxPalyraVersion: optional('max_palyra_version', readText, undefined),
});

const readIntegrity = tableOf({
  files: optional(
    'files',
    listOf(
      tableOf({
        path: required('path', readText),
        sha256: required('sha256', readText),
      }),
    ),
    [],
  ),
});

const readBuilder = tableOf({
  experimental: required('experimental', readFlag),
  sourceKind: required('source_kind', readText),
  sourceRef: required('source_ref', readText),
  rolloutFlag: required('rollout_flag', readText),
  reviewStatus: optional('review_status', readText, ''),
  checklist: required(
    'checklist',
    tableOf({
      capabilityDeclarationPath: required('capability_declaration_path', readText),
      provenancePath: required('provenance_path', readText),
      testHarnessPath: required('test_harness_path', readText),
      reviewNotes: optional('review_notes', readText, ''),
    }),
  ),
});

const readPlugin = tableOf({
  defaultToolId: optional('default_tool_id', readText, undefined),
  defaultModulePath: optional('default_module_path', readText, undefined),
  defaultEntrypoint: optional('default_entrypoint', readText, undefined),
  contracts: optional(
    'contracts',
    listOf(
      tableOf({
        kind: required('kind', oneOf(contractKinds)),
        version: optional('version', readU32, 1n),
      }),
    ),
    [],
  ),
});

const readConfigProperty = tableOf({
  type: required('type', oneOf(configPropertyTypes)),
  title: optional('title', readText, undefined),
  description: optional('description', readText, undefined),
  default: optional('default', readFreeForm, undefined),
  redacted: optional('redacted', readFlag, false),
  enumValues: optional('enum_values', readTexts, []),
});

const readConfig = tableOf({
  schemaVersion: optional('schema_version', readU32, 1n),
  required: optional('required', readTexts, []),
  properties: optional('properties', mapOf(readConfigProperty), new Map()),
});

const readOperator = tableOf({
  displayName: optional('display_name', readText, undefined),
  summary: optional('summary', readText, undefined),
  description: optional('description', readText, undefined),
  categories: optional('categories', readTexts, []),
  tags: optional('tags', readTexts, []),
  docsUrl: optional('docs_url', readText, undefined),
  plugin: optionalTable('plugin', readPlugin),
  config: optional('config', readConfig, undefined),
});

/** The fields of a manifest, table by table, in the order of their positional form. */
export const readManifest: Reader<Manifest> = tableOf({
  manifestVersion: optional('manifest_version', readU32, manifestVersions.current),
  skillId: required('skill_id', readText),
  name: required('name', readText),
  version: required('version', readText),
  publisher: required('publisher', readText),
  entrypoints: required('entrypoints', tableOf({ tools: required('tools', listOf(readTool)) })),
  capabilities: optionalTable('capabilities', readCapabilities),
  compat: required('compat', readCompat),
  integrity: optionalTable('integrity', readIntegrity),
  builder: optional('builder', readBuilder, undefined),
  operator: optionalTable('operator', readOperator),
});
