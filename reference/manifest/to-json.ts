import type { Json, JsonObject } from '#spec/json/value.ts';
import type {
  Builder,
  Capabilities,
  Compat,
  Config,
  ConfigProperty,
  Manifest,
  Operator,
  Plugin,
  Tool,
} from './manifest.ts';

/** MAN-DEFAULTS: every field in the order of the shape. Defaults are written out; an undefined field has no key. */
export function manifestToJson(manifest: Manifest): JsonObject {
  return record({
    manifest_version: manifest.manifestVersion,
    skill_id: manifest.skillId,
    name: manifest.name,
    version: manifest.version,
    publisher: manifest.publisher,
    entrypoints: record({ tools: manifest.entrypoints.tools.map(toolToJson) }),
    capabilities: capabilitiesToJson(manifest.capabilities),
    compat: compatToJson(manifest.compat),
    integrity: record({ files: manifest.integrity.files.map(({ path, sha256 }) => record({ path, sha256 })) }),
    builder: manifest.builder && builderToJson(manifest.builder),
    operator: operatorToJson(manifest.operator),
  });
}

function toolToJson({ id, name, description, inputSchema, outputSchema, risk }: Tool): JsonObject {
  return record({
    id,
    name,
    description,
    input_schema: inputSchema,
    output_schema: outputSchema,
    risk: record({ default_sensitive: risk.defaultSensitive, requires_approval: risk.requiresApproval }),
  });
}

function capabilitiesToJson(capabilities: Capabilities): JsonObject {
  const { filesystem, secrets, quotas, wildcardOptIn } = capabilities;
  return record({
    filesystem: record({ read_roots: filesystem.readRoots, write_roots: filesystem.writeRoots }),
    http_egress_allowlist: capabilities.httpEgressAllowlist,
    secrets: secrets.map(({ scope, keyNames }) => record({ scope, key_names: keyNames })),
    device_capabilities: capabilities.deviceCapabilities,
    node_capabilities: capabilities.nodeCapabilities,
    quotas: record({
      wall_clock_timeout_ms: quotas.wallClockTimeoutMs,
      fuel_budget: quotas.fuelBudget,
      max_memory_bytes: quotas.maxMemoryBytes,
    }),
    wildcard_opt_in: record({
      filesystem: wildcardOptIn.filesystem,
      http_egress: wildcardOptIn.httpEgress,
      secrets: wildcardOptIn.secrets,
      device: wildcardOptIn.device,
      node: wildcardOptIn.node,
    }),
  });
}

function compatToJson(compat: Compat): JsonObject {
  return record({
    required_protocol_major: compat.requiredProtocolMajor,
    min_palyra_version: compat.minPalyraVersion,
    max_palyra_version: compat.maxPalyraVersion,
  });
}

function builderToJson(builder: Builder): JsonObject {
  const { checklist } = builder;
  return record({
    experimental: builder.experimental,
    source_kind: builder.sourceKind,
    source_ref: builder.sourceRef,
    rollout_flag: builder.rolloutFlag,
    review_status: builder.reviewStatus,
    checklist: record({
      capability_declaration_path: checklist.capabilityDeclarationPath,
      provenance_path: checklist.provenancePath,
      test_harness_path: checklist.testHarnessPath,
      review_notes: checklist.reviewNotes,
    }),
  });
}

function operatorToJson(operator: Operator): JsonObject {
  return record({
    display_name: operator.displayName,
    summary: operator.summary,
    description: operator.description,
    categories: operator.categories,
    tags: operator.tags,
    docs_url: operator.docsUrl,
    plugin: pluginToJson(operator.plugin),
    config: operator.config && configToJson(operator.config),
  });
}

function pluginToJson(plugin: Plugin): JsonObject {
  return record({
    default_tool_id: plugin.defaultToolId,
    default_module_path: plugin.defaultModulePath,
    default_entrypoint: plugin.defaultEntrypoint,
    contracts: unlessEmpty(plugin.contracts.map(({ kind, version }) => record({ kind, version }))),
  });
}

function configToJson({ schemaVersion, required, properties }: Config): JsonObject {
  return record({
    schema_version: schemaVersion,
    required,
    properties: new Map([...properties].map(([key, property]) => [key, propertyToJson(property)])),
  });
}

function propertyToJson(property: ConfigProperty): JsonObject {
  return record({
    type: property.type,
    title: property.title,
    description: property.description,
    default: property.default,
    redacted: property.redacted,
    enum_values: unlessEmpty(property.enumValues),
  });
}

function unlessEmpty(list: readonly Json[]): readonly Json[] | undefined {
  return list.length === 0 ? undefined : list;
}

function record(fields: { readonly [key: string]: Json | undefined }): JsonObject {
  const object = new Map<string, Json>();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) object.set(key, value);
  }
  return object;
}
