import { contractKinds } from '#spec/constants.ts';
import {
  type AdapterSupport,
  type ContractDeclaration,
  type ContractDescriptor,
  capabilityClasses,
  contractOperations,
  lifecyclePhases,
  type SimulationFixture,
  sdk,
  sensitivities,
} from '#spec/contracts/vocabulary.ts';
import type { ContractsFailure } from '#spec/failure/contracts.ts';
import type { Json } from '#spec/json/value.ts';
import type { RecordProblem } from '../../record/problem.ts';
import {
  listOf,
  nameAmong,
  optional,
  type Reader,
  readFlag,
  readText,
  readU32,
  readU64,
  recordOf,
  required,
} from '../../record/read.ts';
import type { NegotiationRequest } from './negotiate.ts';

const readKind = nameAmong(contractKinds);
const readClasses = listOf(nameAmong(capabilityClasses));
const readTexts = listOf(readText);
const noTexts: readonly string[] = [];

const declaration: Reader<ContractDeclaration> = recordOf(
  { kind: required('kind', readKind), version: optional('version', readU32, sdk.contractVersion) },
  'refused',
);

const descriptor: Reader<ContractDescriptor> = recordOf(
  {
    kind: required('kind', readKind),
    version: required('version', readU32),
    sdkAbiMajor: optional('sdk_abi_major', readU32, sdk.abi.major),
    inputSchema: optional('input_schema', readText, ''),
    outputSchema: optional('output_schema', readText, ''),
    defaultTimeoutMs: optional('default_timeout_ms', readU64, sdk.contractTimeoutMs),
    sensitivity: optional('sensitivity', nameAmong(sensitivities), 'internal'),
    lifecycle: optional('lifecycle', listOf(nameAmong(lifecyclePhases)), []),
    operations: optional('operations', listOf(nameAmong(contractOperations)), []),
    allowedCapabilityClasses: optional('allowed_capability_classes', readClasses, []),
    errorCodes: optional('error_codes', readTexts, noTexts),
    redactedFields: optional('redacted_fields', readTexts, noTexts),
    auditHooks: optional('audit_hooks', readTexts, noTexts),
    observabilityHooks: optional('observability_hooks', readTexts, noTexts),
  },
  'refused',
);

const simulation: Reader<SimulationFixture> = recordOf(
  {
    name: required('name', readText),
    expectedAccepted: required('expected_accepted', readFlag),
    declarations: required('declarations', listOf(declaration)),
    requestedCapabilityClasses: optional('requested_capability_classes', readClasses, []),
  },
  'refused',
);

/** The one record of the host's own: a later host may say more of its adapters, so what is not known is passed over. */
const adapter: Reader<AdapterSupport> = recordOf(
  {
    kind: required('kind', readKind),
    adapter: required('adapter', readText),
    supportedVersions: optional('supported_versions', listOf(readU32), []),
    allowedCapabilityClasses: optional('allowed_capability_classes', readClasses, []),
  },
  'ignored',
);

const negotiation: Reader<NegotiationRequest> = recordOf(
  {
    declarations: required('declarations', listOf(declaration)),
    capabilityClasses: required('capability_classes', readClasses),
    adapters: required('adapters', listOf(adapter)),
  },
  'refused',
);

type ContractsResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ContractsFailure };

export function readDescriptor(json: Json): ContractsResult<ContractDescriptor> {
  return whole(json, descriptor);
}

export function readSimulation(json: Json): ContractsResult<SimulationFixture> {
  return whole(json, simulation);
}

export function readNegotiation(json: Json): ContractsResult<NegotiationRequest> {
  return whole(json, negotiation);
}

/** CON-BULK: the caps are those that all records share. */
function whole<T>(json: Json, read: Reader<T>): ContractsResult<T> {
  const record = read(json, '');
  return record.ok ? record : { ok: false, failure: failureOf(record.problem) };
}

/** Every problem that a record can have is a failure of its own here. */
function failureOf(problem: RecordProblem): ContractsFailure {
  const { path } = problem;
  switch (problem.kind) {
    case 'wrong-type':
      return { code: 'contracts.wrong-type', path, wanted: problem.wanted };
    case 'missing-field':
      return { code: 'contracts.missing-field', path };
    case 'unknown-field':
      return { code: 'contracts.unknown-field', path, field: problem.field };
    case 'unknown-name':
      return { code: 'contracts.unknown-name', path, name: problem.name };
    case 'too-large':
      return { code: 'contracts.too-large', path, actual: problem.actual, limit: problem.limit };
    default:
      return problem satisfies never;
  }
}
