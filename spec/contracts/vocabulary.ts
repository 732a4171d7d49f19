import type { contractKinds } from '../constants.ts';

export type ContractKind = (typeof contractKinds)[number];

/** In the order in which a report names them. */
export const capabilityClasses = ['http_hosts', 'secrets', 'storage_prefixes', 'channels'] as const;
export type CapabilityClass = (typeof capabilityClasses)[number];

export const sensitivities = ['public', 'internal', 'sensitive', 'secret'] as const;
export type Sensitivity = (typeof sensitivities)[number];

export const lifecyclePhases = ['discover', 'negotiate', 'bind', 'invoke', 'audit'] as const;
type LifecyclePhase = (typeof lifecyclePhases)[number];

export const contractOperations = [
  'provide_memory',
  'plan_context',
  'route_model',
  'decide_run_lifecycle',
  'compact_context',
  'emit_diagnostics',
  'emit_policy_signal',
  'discover_binding',
  'validate_binding',
  'repair_binding_hint',
  'explain_binding',
  'deliver_message',
  'schedule_task',
  'resolve_model_auth',
  'connector_inbound',
  'connector_outbound',
  'connector_rate_limit',
] as const;
export type ContractOperation = (typeof contractOperations)[number];

/** What the published SDK calls itself, and the majors of its binary interface that a host works with. */
export const sdk = {
  packageId: 'palyra:plugins/sdk@0.1.0',
  world: 'palyra-plugin',
  abiMarker: 'palyra.plugins.sdk.abi.v1',
  abi: { major: 1n, minMajor: 1n, maxMajor: 1n },
  contractVersion: 1n,
  contractTimeoutMs: 2000n,
} as const;

/** What a plugin says it implements. */
export interface ContractDeclaration {
  readonly kind: ContractKind;
  readonly version: bigint;
}

/** What the SDK publishes about one version of one kind of contract. The order within each list matters. */
export interface ContractDescriptor {
  readonly kind: ContractKind;
  readonly version: bigint;
  readonly sdkAbiMajor: bigint;
  readonly inputSchema: string;
  readonly outputSchema: string;
  readonly defaultTimeoutMs: bigint;
  readonly sensitivity: Sensitivity;
  readonly lifecycle: readonly LifecyclePhase[];
  readonly operations: readonly ContractOperation[];
  readonly allowedCapabilityClasses: readonly CapabilityClass[];
  readonly errorCodes: readonly string[];
  readonly redactedFields: readonly string[];
  readonly auditHooks: readonly string[];
  readonly observabilityHooks: readonly string[];
}

/** What the host has to serve a kind of contract with. */
export interface AdapterSupport {
  readonly kind: ContractKind;
  readonly adapter: string;
  readonly supportedVersions: readonly bigint[];
  readonly allowedCapabilityClasses: readonly CapabilityClass[];
}

/** A declaration to try out, and what its author expects of it. */
export interface SimulationFixture {
  readonly name: string;
  readonly expectedAccepted: boolean;
  readonly declarations: readonly ContractDeclaration[];
  readonly requestedCapabilityClasses: readonly CapabilityClass[];
}
