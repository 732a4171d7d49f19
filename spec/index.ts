export { type Area, areas } from './areas.ts';
export * from './constants.ts';
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
export { type Reason, reasons } from './reasons.ts';
export { fail, ok, type Result } from './result.ts';
export type { Parameters, Subject } from './subject.ts';
