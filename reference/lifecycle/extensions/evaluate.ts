import type { Runtime } from '#spec/constants.ts';
import { type Evaluation, evaluations } from '#spec/extensions.ts';
import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import {
  listOf,
  nameAmong,
  optional,
  orNull,
  type Reader,
  type RecordResult,
  readAny,
  readFlag,
  readI64,
  readText,
  readU32,
  readU64,
  recordOf,
  refuse,
  required,
  wrongType,
} from '../../record/read.ts';
import { tryContractFixture } from './contract-fixture.ts';
import { examinePackage } from './doctor.ts';
import { capabilityDiff, diffToJson } from './grants.ts';
import {
  type EvaluationOutcome,
  enableGate,
  evaluateFixture,
  evaluationRecord,
  outcomeToJson,
  rollbackPlan,
} from './outcomes.ts';
import { type ExtensionResult, readGrant, readKind, readStatus, readWhole } from './record.ts';

const mostMembers = 1000;

function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, path) => {
    if (!isJsonObject(value)) return wrongType(path, 'an object');
    const actual = value.size;
    if (actual > mostMembers) return refuse({ kind: 'too-large', path, actual, limit: mostMembers });
    const members = new Map<string, T>();
    for (const [key, each] of value) {
      const member = read(each, `${path}.${key}`);
      if (!member.ok) return member;
      members.set(key, member.value);
    }
    return { ok: true, value: members };
  };
}

const texts = listOf(readText);
const grants = listOf(readGrant);

const outcome: Reader<EvaluationOutcome> = recordOf(
  {
    fixtureId: required('fixture_id', readText),
    passed: required('passed', readFlag),
    failedChecks: required('failed_checks', texts),
    flaky: required('flaky_signal', readFlag),
    providerUsage: required('provider_usage', mapOf(readU64)),
    artifactRefs: required('artifact_refs', texts),
  },
  'refused',
);

const evaluationFixture = recordOf(
  {
    fixtureId: required('fixture_id', readText),
    label: required('label', readText),
    expectedOutputs: required('expected_outputs', mapOf(readAny)),
    requiredCapabilities: required('required_capabilities', grants),
    regressionLabels: required('regression_labels', texts),
  },
  'refused',
);

const contractFixture = recordOf(
  {
    fixtureId: required('fixture_id', readText),
    packageKind: required('package_kind', readKind),
    manifestVersion: required('manifest_version', readU32),
    requiredProtocolMajor: required('required_protocol_major', readU32),
    minHostVersion: required('min_host_version', readText),
    maxHostVersion: optional('max_host_version', orNull(readText), null),
    expectedReasonCodes: required('expected_reason_codes', texts),
  },
  'refused',
);

const tag = required('evaluate', nameAmong(evaluations));
const outcomes = required('outcomes', listOf(outcome));
const packageId = required('package_id', readText);

/** Reads the request of one kind, and answers it. */
type Evaluate = (request: Json, host: Runtime) => ExtensionResult<JsonObject>;

function answering<T>(read: Reader<T>, answer: (request: T, host: Runtime) => JsonObject): Evaluate {
  return (json, host) => {
    const request = readWhole(json, 'request', read);
    return request.ok ? { ok: true, value: answer(request.value, host) } : request;
  };
}

const evaluators: { readonly [E in Evaluation]: Evaluate } = {
  enable_gate: answering(
    recordOf(
      { tag, compatible: required('compatible', readFlag), status: required('status', readStatus), outcomes },
      'refused',
    ),
    (request) => enableGate(request.compatible, request.status, request.outcomes),
  ),
  eval_outcome: answering(
    recordOf(
      {
        tag,
        fixture: required('fixture', evaluationFixture),
        outputs: required('outputs', mapOf(readAny)),
        granted: required('granted', grants),
      },
      'refused',
    ),
    ({ fixture, outputs, granted }) => outcomeToJson(evaluateFixture(fixture, outputs, granted)),
  ),
  eval_run: answering(
    recordOf(
      {
        tag,
        runId: required('eval_run_id', readText),
        packageId,
        outcomes,
        regressionLabels: required('regression_labels', texts),
        recordedAt: required('recorded_at_unix_ms', readI64),
      },
      'refused',
    ),
    evaluationRecord,
  ),
  rollback_plan: answering(recordOf({ tag, packageId, outcomes }, 'refused'), (request) =>
    rollbackPlan(request.packageId, request.outcomes),
  ),
  contract_fixture: answering(
    recordOf({ tag, fixture: required('fixture', contractFixture) }, 'refused'),
    ({ fixture }, host) => tryContractFixture(fixture, host),
  ),
  capability_diff: answering(
    recordOf({ tag, requested: required('requested', grants), granted: required('granted', grants) }, 'refused'),
    ({ requested, granted }) => diffToJson(capabilityDiff(requested, granted)),
  ),
  doctor: answering(
    recordOf(
      {
        tag,
        requested: required('requested', grants),
        granted: required('granted', orNull(grants)),
        auditPassed: required('audit_passed', readFlag),
      },
      'refused',
    ),
    ({ requested, granted, auditPassed }) => examinePackage(requested, granted, auditPassed),
  ),
};

/** Answers a question that carries its kind in the member `evaluate`. */
export function evaluate(request: Json, host: Runtime): ExtensionResult<JsonObject> {
  const kind = readWhole(request, 'request', readTag);
  return kind.ok ? evaluators[kind.value](request, host) : kind;
}

/** The other members depend on the kind, so it is read alone first. */
function readTag(value: Json, path: string): RecordResult<Evaluation> {
  if (!isJsonObject(value)) return wrongType(path, 'an object');
  const named = value.get(tag.key);
  const place = `${path}.${tag.key}`;
  return named === undefined ? refuse({ kind: 'missing-field', path: place }) : tag.read(named, place);
}
