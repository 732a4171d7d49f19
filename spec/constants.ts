/** The numbers and names that the chapters refer to; nothing else in the repository spells them again. */

export const manifestEntry = 'skill.toml';
export const provenanceEntry = 'provenance.json';
export const signatureEntry = 'signature.json';
export const modulesFolder = 'modules/';
export const assetsFolder = 'assets/';
export const moduleSuffix = '.wasm';
export const artifactExtension = '.palyra-skill';

export const signatureAlgorithm = 'ed25519-sha256';
export const payloadContext = 'palyra.skill.payload.v1';
export const keyIdPrefix = 'ed25519:';
export const verifiedEvent = 'skill.artifact.verified';

export const manifestVersions = { legacy: 1n, current: 2n } as const;

export const limits = {
  artifactBytes: 64 * 1024 * 1024,
  entryBytes: 16 * 1024 * 1024,
  entries: 256,
  tomlDepth: 80,
  manifestKeysAndValues: 500_000,
  manifestLines: 1_000_000,
  /** Of the whole tree: a header, a key and a value at their own limits together stay below it. */
  manifestTreeDepth: 256,
  manifestDerivedText: 16 * 1024 * 1024,
  jsonDepth: 127,
} as const;

export const quotaDefaults = {
  wall_clock_timeout_ms: 30_000n,
  fuel_budget: 10_000_000n,
  max_memory_bytes: 67_108_864n,
} as const;

export const quotaMinimums = {
  wall_clock_timeout_ms: 1n,
  fuel_budget: 1n,
  max_memory_bytes: 65_536n,
} as const;

export const contractKinds = [
  'memory_provider',
  'context_engine',
  'routing_strategy',
  'run_lifecycle_hook',
  'compaction_provider',
  'diagnostics_provider',
  'policy_signal_provider',
  'channel_binding_provider',
  'delivery_adapter',
  'scheduler_task_provider',
  'model_auth_provider',
  'connector_adapter',
] as const;

export const configPropertyTypes = ['string', 'integer', 'number', 'boolean', 'string_list'] as const;

/** A property whose lower-cased key holds one of these words should be redacted. */
export const secretWords = ['secret', 'token', 'password', 'api_key', 'client_key'] as const;

/** The one key of the object that stands for a TOML date-time in free-form values. */
export const datetimeKey = '$__toml_private_datetime';

/** Where shipping software and documentation use different names, a subject says which it uses. */
export interface Names {
  readonly sbomEntry: string;
  readonly defaultEntrypoint: string;
}

export const names = {
  shipped: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
  documented: { sbomEntry: 'sbom.cyclonedx.json', defaultEntrypoint: 'palyra_plugin_main' },
} as const satisfies Record<string, Names>;

/** The host that an artifact is checked against. */
export interface Runtime {
  readonly protocolMajor: bigint;
  readonly version: string;
}

export const runtime: Runtime = { protocolMajor: 1n, version: '0.1.0' };

/** What one run of a plugin may use where nothing else is said. */
export const runtimeDefaults = {
  fuelBudget: 10_000_000n,
  memoryBytes: 67_108_864n,
  tableElements: 100_000n,
  instances: 256n,
} as const;

/** The most that a module may hold; one more of anything is no module. */
export const moduleCaps = {
  module: 16 * 1024 * 1024,
  /** Of a module written as text, in bytes; a parser needs some sixty times as much memory. */
  text: 1024 * 1024,
  types: 1_000_000,
  imports: 1_000_000,
  functions: 1_000_000,
  tables: 100,
  memories: 100,
  globals: 1_000_000,
  exports: 1_000_000,
  elements: 100_000,
  data: 100_000,
  /** Of a name, in bytes. */
  name: 100_000,
  params: 1000,
  results: 1000,
  /** Of a function, its parameters included; one less than engines allow, since a metered function needs one more. */
  locals: 49_999,
  nesting: 10_000,
  /**
   * Of a function: its locals times its labels, an `if` counted as two and a loop as four. A compiler keeps that many
   * values, of some twelve bytes each.
   */
  localsAtLabels: 20_000_000,
  /** Of a function: what the types of all its calls and blocks take and give. A validator keeps each for some forty bytes. */
  values: 2_000_000,
  /** Of a function's body, in bytes. */
  function: 7_654_321,
} as const;

/** The one module that a plugin may import from. */
export const capabilityModule = 'palyra:plugins/host-capabilities@0.1.0';

/** The classes of capability, and the handle of the first one granted of each. */
export const handleBases = { http: 10_000, secret: 20_000, storage: 30_000, channel: 40_000 } as const;
