import type { configPropertyTypes, contractKinds } from '#spec/constants.ts';
import type { Json } from '#spec/json/value.ts';

/**
 * A manifest that was accepted. MAN-VERBATIM: its texts are as the author wrote them, white space included; only
 * checks look at the trimmed form. Where a key may be absent without a default, its field is undefined.
 */
export interface Manifest {
  readonly manifestVersion: bigint;
  readonly skillId: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly entrypoints: Entrypoints;
  readonly capabilities: Capabilities;
  readonly compat: Compat;
  readonly integrity: Integrity;
  readonly builder: Builder | undefined;
  readonly operator: Operator;
}

interface Entrypoints {
  readonly tools: readonly Tool[];
}

export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Json;
  readonly outputSchema: Json;
  readonly risk: Risk;
}

interface Risk {
  readonly defaultSensitive: boolean;
  readonly requiresApproval: boolean;
}

export interface Capabilities {
  readonly filesystem: Filesystem;
  readonly httpEgressAllowlist: readonly string[];
  readonly secrets: readonly SecretScope[];
  readonly deviceCapabilities: readonly string[];
  readonly nodeCapabilities: readonly string[];
  readonly quotas: Quotas;
  readonly wildcardOptIn: WildcardOptIn;
}

interface Filesystem {
  readonly readRoots: readonly string[];
  readonly writeRoots: readonly string[];
}

export interface SecretScope {
  readonly scope: string;
  readonly keyNames: readonly string[];
}

export interface Quotas {
  readonly wallClockTimeoutMs: bigint;
  readonly fuelBudget: bigint;
  readonly maxMemoryBytes: bigint;
}

interface WildcardOptIn {
  readonly filesystem: boolean;
  readonly httpEgress: boolean;
  readonly secrets: boolean;
  readonly device: boolean;
  readonly node: boolean;
}

export interface Compat {
  readonly requiredProtocolMajor: bigint;
  readonly minPalyraVersion: string;
  readonly maxPalyraVersion: string | undefined;
}

interface Integrity {
  readonly files: readonly IntegrityFile[];
}

export interface IntegrityFile {
  readonly path: string;
  readonly sha256: string;
}

export interface Builder {
  readonly experimental: boolean;
  readonly sourceKind: string;
  readonly sourceRef: string;
  readonly rolloutFlag: string;
  readonly reviewStatus: string;
  readonly checklist: Checklist;
}

interface Checklist {
  readonly capabilityDeclarationPath: string;
  readonly provenancePath: string;
  readonly testHarnessPath: string;
  readonly reviewNotes: string;
}

export interface Operator {
  readonly displayName: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly docsUrl: string | undefined;
  readonly plugin: Plugin;
  readonly config: Config | undefined;
}

export interface Plugin {
  readonly defaultToolId: string | undefined;
  readonly defaultModulePath: string | undefined;
  readonly defaultEntrypoint: string | undefined;
  readonly contracts: readonly Contract[];
}

export interface Contract {
  readonly kind: ContractKind;
  readonly version: bigint;
}

export interface Config {
  readonly schemaVersion: bigint;
  readonly required: readonly string[];
  /** In the byte order of the keys. */
  readonly properties: ReadonlyMap<string, ConfigProperty>;
}

export interface ConfigProperty {
  readonly type: ConfigPropertyType;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly default: Json | undefined;
  readonly redacted: boolean;
  readonly enumValues: readonly string[];
}

type ContractKind = (typeof contractKinds)[number];
export type ConfigPropertyType = (typeof configPropertyTypes)[number];
