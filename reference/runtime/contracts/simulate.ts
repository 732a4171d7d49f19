import {
  type CapabilityClass,
  type ContractDeclaration,
  type SimulationFixture,
  sdk,
} from '#spec/contracts/vocabulary.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { isBlank } from '../../text/white-space.ts';
import { descriptorOf } from './descriptor.ts';

type SimulationReason =
  | { readonly code: 'blank-name' }
  | { readonly code: 'no-declarations' }
  | { readonly code: 'unsupported-contract'; readonly declaration: ContractDeclaration }
  | { readonly code: 'class-not-allowed'; readonly class: CapabilityClass };

interface SimulationReport {
  readonly fixtureName: string;
  readonly accepted: boolean;
  readonly supportedContractCount: number;
  readonly rejectedReasons: readonly SimulationReason[];
}

/** What the published contracts say of a fixture; what its author expects is for others to compare. */
export function simulate(fixture: SimulationFixture): SimulationReport {
  const reasons: SimulationReason[] = [];
  if (isBlank(fixture.name)) reasons.push({ code: 'blank-name' });
  if (fixture.declarations.length === 0) reasons.push({ code: 'no-declarations' });

  const allowed = new Set<CapabilityClass>();
  let supported = 0;
  for (const declaration of fixture.declarations) {
    const descriptor = descriptorOf(declaration);
    if (descriptor === undefined) {
      reasons.push({ code: 'unsupported-contract', declaration });
      continue;
    }
    supported++;
    for (const each of descriptor.allowedCapabilityClasses) allowed.add(each);
  }
  for (const each of fixture.requestedCapabilityClasses) {
    if (!allowed.has(each)) reasons.push({ code: 'class-not-allowed', class: each });
  }
  return {
    fixtureName: fixture.name,
    accepted: reasons.length === 0,
    supportedContractCount: supported,
    rejectedReasons: reasons,
  };
}

export function simulationToJson(report: SimulationReport): JsonObject {
  return new Map<string, Json>([
    ['fixture_name', report.fixtureName],
    ['accepted', report.accepted],
    ['supported_contract_count', BigInt(report.supportedContractCount)],
    ['rejected_reasons', report.rejectedReasons.map((reason) => describeReason(reason, report.fixtureName))],
  ]);
}

function describeReason(reason: SimulationReason, fixture: string): string {
  switch (reason.code) {
    case 'blank-name':
      return `A fixture needs a name; ${quote(fixture)} is blank.`;
    case 'no-declarations':
      return 'A fixture declares at least one contract.';
    case 'unsupported-contract': {
      const { kind, version } = reason.declaration;
      return `No contract ${kind} version ${version} is published for SDK ABI ${sdk.abi.major}.`;
    }
    case 'class-not-allowed':
      return `None of the declared contracts allows the capability class ${reason.class}.`;
    default:
      return reason satisfies never;
  }
}
