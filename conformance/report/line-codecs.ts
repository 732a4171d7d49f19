import { areas } from '#spec/areas.ts';
import type { Names, Runtime } from '#spec/constants.ts';
import type { FailureCode } from '#spec/failure.ts';
import { features } from '#spec/features.ts';
import { requirementIds } from '#spec/generated/requirement-ids.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import type { Operation } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import { reasons } from '#spec/reasons.ts';
import { operationSchemas } from '#spec/schema/operations.ts';
import type { Parameters } from '#spec/subject.ts';
import { type DiagnosisCode, diagnoses } from '../diagnosis.ts';
import { outcomeKinds } from '../outcome.ts';
import { verdicts } from '../verdict.ts';
import {
  boolean,
  count,
  countOfEach,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  type Read,
  record,
  text,
  textLike,
} from './codec.ts';
import {
  type CaseLine,
  type DiagnosisCount,
  type ExpectedText,
  type FooterLine,
  type HeaderLine,
  levels,
  type ObservedText,
  type PlanSummary,
  type ReportLine,
  type RequirementResult,
  reportFormat,
  requirementStatuses,
} from './lines.ts';

/** The lines of a report, with their members in the one order in which they are written. */

const digest = textLike(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex');
const requirementId = oneOf(requirementIds, 'the id of a requirement');
const operation = oneOf(Object.keys(operationSchemas) as Operation[], 'an operation');
const verdict = oneOf(verdicts, 'a verdict');
const outcome = oneOf(outcomeKinds, 'an outcome');
const diagnosisCode = oneOf(Object.keys(diagnoses) as DiagnosisCode[], 'the code of a diagnosis');
const failureCode = oneOf(Object.keys(reasons) as FailureCode[], 'a failure code');
const requirementSet = oneOf(['core', 'documented', 'hardened'], 'a set');

const plan = record<PlanSummary>({
  seed: text,
  frozen: boolean,
  sets: list(requirementSet),
  areas: list(oneOf(areas, 'an area')),
  levels: list(oneOf(levels, 'a level')),
  cases: list(text),
  shard: nullable(textLike(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/, 'a shard such as 2/4')),
  complete: boolean,
  planned: count,
});

export const greetingCodec = record<Greeting>({
  name: text,
  version: text,
  language: text,
  ops: list(operation),
  features: list(text),
  parameters: record<Parameters>({
    names: record<Names>({ sbomEntry: text, defaultEntrypoint: text }),
    runtime: record<Runtime>({ version: text, protocolMajor: integer }),
  }),
  concurrency: integer,
});

export const headerCodec = record<HeaderLine>({
  kind: oneOf(['header'], 'header'),
  format: oneOf([reportFormat], reportFormat),
  suite: record<HeaderLine['suite']>({ name: text, version: text }),
  digests: record<HeaderLine['digests']>({ requirements: digest, cases: digest, plan: digest }),
  plan,
  subject: greetingCodec,
});

export const caseCodec = record<CaseLine>({
  kind: oneOf(['case'], 'case'),
  id: text,
  requirements: list(requirementId),
  operation,
  verdict,
  expected: record<ExpectedText>({
    outcome: oneOf(['ok', 'reject', 'observe'], 'ok, reject or observe'),
    reason: optional(failureCode),
    undeclared: optional(list(oneOf(features, 'a feature'))),
    text,
  }),
  observed: record<ObservedText>({
    outcome,
    reason: optional(text),
    diagnosis: optional(diagnosisCode),
    text,
    native: optional(text),
    stderr: optional(text),
  }),
  twin: optional(text),
  edit: optional(text),
  note: optional(text),
  known: optional(text),
});

export const footerCodec = record<FooterLine>({
  kind: oneOf(['footer'], 'footer'),
  verdict: oneOf(['conformant', 'passed', 'not conformant', 'incomplete'], 'the verdict of a run'),
  counts: countOfEach(verdicts),
  outcomes: countOfEach(outcomeKinds),
  requirements: list(
    record<RequirementResult>({
      id: requirementId,
      keyword: oneOf(['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY'], 'a keyword'),
      set: requirementSet,
      status: oneOf(requirementStatuses, 'the status of a requirement'),
    }),
  ),
  diagnoses: list(record<DiagnosisCount>({ code: diagnosisCode, count, detail: text })),
  stopped: nullable(text),
});

/** The header is the first line and no other. */
export function readLine(json: Json, isFirst: boolean): Read<ReportLine> {
  if (isFirst) return headerCodec.read(json);
  const kind = isJsonObject(json) ? json.get('kind') : undefined;
  return kind === 'footer' ? footerCodec.read(json) : caseCodec.read(json);
}
