import { contractDescriptors } from '#spec/contracts/descriptors.ts';
import { type ContractDescriptor, sdk } from '#spec/contracts/vocabulary.ts';

/** All that is published about the contracts, in the one spelling whose fingerprint is published too. */
export function contractSnapshot(): string {
  const { minMajor, maxMajor } = sdk.abi;
  const head = `package=${sdk.packageId}|abi=${sdk.abiMarker}|range=${minMajor}..${maxMajor}`;
  return [head, ...contractDescriptors.map(snapshotLine)].join('\n');
}

function snapshotLine(descriptor: ContractDescriptor): string {
  return [
    descriptor.kind,
    `v${descriptor.version}`,
    `abi${descriptor.sdkAbiMajor}`,
    `timeout${descriptor.defaultTimeoutMs}`,
    `sensitivity=${descriptor.sensitivity}`,
    `input=${descriptor.inputSchema}`,
    `output=${descriptor.outputSchema}`,
    `lifecycle=${descriptor.lifecycle.join()}`,
    `ops=${descriptor.operations.join()}`,
    `caps=${descriptor.allowedCapabilityClasses.join()}`,
    `errors=${descriptor.errorCodes.join()}`,
    `redacted=${descriptor.redactedFields.join()}`,
    `audit=${descriptor.auditHooks.join()}`,
    `obs=${descriptor.observabilityHooks.join()}`,
  ].join('|');
}

const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/** FNV-1a in 64 bits. */
export function fingerprint(text: string): bigint {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash;
}
