export { type Area, areas } from './areas.ts';
export * from './constants.ts';
export { shippedAdapters } from './contracts/adapters.ts';
export { contractDescriptors } from './contracts/descriptors.ts';
export { builtInSimulations } from './contracts/simulations.ts';
export {
  type AdapterSupport,
  type CapabilityClass,
  type ContractDeclaration,
  type ContractDescriptor,
  type ContractKind,
  type SimulationFixture,
  sdk,
} from './contracts/vocabulary.ts';
export { describeFailure } from './failure/describe.ts';
export type { Failure, FailureCode } from './failure.ts';
export { type RequirementId, requirementIds } from './generated/requirement-ids.ts';
export { type JsonParse, parseJson } from './json/parse.ts';
export type { Json, JsonObject } from './json/value.ts';
export { encodeJson, encodePrettyJson } from './json/write.ts';
export type {
  NamedBytes,
  Operation,
  OperationInput,
  Operations,
  OperationValue,
  Reply,
  WireValue,
} from './operations.ts';
export { type ProfileId, profileIds } from './profiles.ts';
export { type Reason, reasons } from './reasons.ts';
export { fail, ok, type Result } from './result.ts';
export { type RunnerErrorKind, runnerDefaults, runnerErrorKinds } from './runner.ts';
export type { StopCause, StopClass, TrapClass } from './runtime.ts';
export type { Parameters, Subject } from './subject.ts';
