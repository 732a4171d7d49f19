import { type GrantClass, grantClasses, type PackageStatus, packageKinds, packageStatuses } from '#spec/extensions.ts';
import type { ExtensionFailure } from '#spec/failure/extensions.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import type { RecordProblem } from '../../record/problem.ts';
import {
  listOf,
  nameAmong,
  optional,
  orNull,
  type Reader,
  readFlag,
  readI64,
  readText,
  readU32,
  recordOf,
  required,
} from '../../record/read.ts';

export interface Grant {
  readonly class: GrantClass;
  readonly value: string;
  readonly scope: string | null;
}

/** What a transition looks at. Everything else of a record is kept as it came, in `whole`. */
export interface PackageRecord {
  readonly packageId: string;
  readonly status: PackageStatus;
  readonly compatible: boolean;
  readonly whole: JsonObject;
}

export interface TransitionRequest {
  readonly packageId: string;
  readonly targetStatus: PackageStatus;
  readonly actor: string;
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly requestedAt: bigint;
}

// EXT-OPTIONAL: null says no more than the absence of the field.
const perhapsText = orNull(readText);
const version = readText;

export const readStatus = nameAmong(packageStatuses);
export const readKind = nameAmong(packageKinds);

const classValueScope = {
  class: required('class', nameAmong(grantClasses)),
  value: required('value', readText),
  scope: optional('scope', perhapsText, null),
};

/** A grant of a record names its policy action; a list to be compared may leave it out, since it follows from the class. */
export const readGrant: Reader<Grant> = recordOf(
  { ...classValueScope, policyAction: optional('policy_action', perhapsText, null) },
  'refused',
);
const recordedGrant = recordOf({ ...classValueScope, policyAction: required('policy_action', readText) }, 'refused');

const issue = recordOf(
  {
    code: required('code', readText),
    message: required('message', readText),
    repairHint: required('repair_hint', readText),
  },
  'refused',
);

const compatibility = recordOf(
  {
    compatible: required('compatible', readFlag),
    manifestVersion: required('manifest_version', readU32),
    requiredProtocolMajor: required('required_protocol_major', readU32),
    currentProtocolMajor: required('current_protocol_major', readU32),
    minHostVersion: required('min_host_version', version),
    maxHostVersion: optional('max_host_version', perhapsText, null),
    currentHostVersion: required('current_host_version', version),
    issues: required('issues', listOf(issue)),
  },
  'refused',
);

// EXT-STRICT-PARTS: the parts of a record are as strict as the record.
const packageRecord = recordOf(
  {
    packageId: required('package_id', readText),
    kind: required('kind', readKind),
    manifestHash: required('manifest_hash', readText),
    version: required('version', version),
    source: required(
      'source',
      recordOf({ kind: required('kind', readText), reference: required('reference', readText) }, 'refused'),
    ),
    status: required('status', readStatus),
    statusReason: optional('status_reason', perhapsText, null),
    grants: required('grants', listOf(recordedGrant)),
    compatibility: required('compatibility', compatibility),
    createdAt: required('created_at_unix_ms', readI64),
    updatedAt: required('updated_at_unix_ms', readI64),
  },
  'refused',
);

const transitionRequest: Reader<TransitionRequest> = recordOf(
  {
    packageId: required('package_id', readText),
    targetStatus: required('target_status', readStatus),
    actor: required('actor_principal', readText),
    reason: required('reason', readText),
    approvedBy: optional('approved_by', perhapsText, null),
    requestedAt: required('requested_at_unix_ms', readI64),
  },
  'refused',
);

export type ExtensionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ExtensionFailure };

export function readPackageRecord(json: Json): ExtensionResult<PackageRecord> {
  const read = readWhole(json, 'record', packageRecord);
  if (!read.ok) return read;
  const { packageId, status, compatibility } = read.value;
  // Only an object passes the reader.
  return { ok: true, value: { packageId, status, compatible: compatibility.compatible, whole: json as JsonObject } };
}

export function readTransitionRequest(json: Json): ExtensionResult<TransitionRequest> {
  return readWhole(json, 'request', transitionRequest);
}

/** EXT-BULK: the caps are those that all records share. */
export function readWhole<T>(json: Json, name: string, read: Reader<T>): ExtensionResult<T> {
  const record = read(json, name);
  return record.ok ? record : { ok: false, failure: failureOf(record.problem) };
}

/** Every problem that a record can have is a failure of its own here. */
function failureOf(problem: RecordProblem): ExtensionFailure {
  const { path } = problem;
  switch (problem.kind) {
    case 'wrong-type':
      return { code: 'extension.wrong-type', path, wanted: problem.wanted };
    case 'missing-field':
      return { code: 'extension.missing-field', path };
    case 'unknown-field':
      return { code: 'extension.unknown-field', path, field: problem.field };
    case 'unknown-name':
      return { code: 'extension.unknown-name', path, name: problem.name };
    case 'too-large':
      return { code: 'extension.too-large', path, actual: problem.actual, limit: problem.limit };
    default:
      return problem satisfies never;
  }
}
