import { contractDescriptors } from '#spec/contracts/descriptors.ts';
import { type ContractDeclaration, type ContractDescriptor, sdk } from '#spec/contracts/vocabulary.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';

/** Nothing for a version that nobody has published. */
export function descriptorOf({ kind, version }: ContractDeclaration): ContractDescriptor | undefined {
  return contractDescriptors.find((each) => each.kind === kind && each.version === version);
}

/** The majors that somebody works with, both ends included. */
interface AbiRange {
  readonly minMajor: bigint;
  readonly maxMajor: bigint;
}

export function acceptsAbi(major: bigint, { minMajor, maxMajor }: AbiRange = sdk.abi): boolean {
  return minMajor <= major && major <= maxMajor;
}

export function descriptorToJson(descriptor: ContractDescriptor): JsonObject {
  return new Map<string, Json>([
    ['kind', descriptor.kind],
    ['version', descriptor.version],
    ['sdk_abi_major', descriptor.sdkAbiMajor],
    ['input_schema', descriptor.inputSchema],
    ['output_schema', descriptor.outputSchema],
    ['default_timeout_ms', descriptor.defaultTimeoutMs],
    ['sensitivity', descriptor.sensitivity],
    ['lifecycle', descriptor.lifecycle],
    ['operations', descriptor.operations],
    ['allowed_capability_classes', descriptor.allowedCapabilityClasses],
    ['error_codes', descriptor.errorCodes],
    ['redacted_fields', descriptor.redactedFields],
    ['audit_hooks', descriptor.auditHooks],
    ['observability_hooks', descriptor.observabilityHooks],
  ]);
}
