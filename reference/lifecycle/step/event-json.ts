import type { Json } from '#spec/json/value.ts';
import { isJsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail, type RecordProblem } from '../../record/problem.ts';
import {
  listOf,
  orNull,
  type Reader,
  type RecordResult,
  readAny,
  readFlag,
  readText,
  recordOf,
  refuse,
  required,
  wrongType,
} from '../../record/read.ts';
import { mostRecords } from '../index/installed-index.ts';
import { readNewRecord } from '../index/read-record.ts';
import type { AuditVerdict, Finding, LifecycleEvent, TargetFinding } from './types.ts';

const readReasons = listOf(readText);

const readVerdict: Reader<AuditVerdict> = recordOf(
  {
    passed: required('passed', readFlag),
    shouldQuarantine: required('should_quarantine', readFlag),
    quarantineReasons: required('quarantine_reasons', readReasons),
    checks: required('checks', readAny),
  },
  'refused',
);

const installing = { record: required('record', readNewRecord), audit: required('audit', readVerdict) };
const named = { skillId: required('skill_id', readText), version: required('version', orNull(readText)) };
const decided = { reason: required('reason', orNull(readText)), principal: required('principal', readText) };

/** LIFE-EVENTS */
const readFinding: Reader<Finding> = tagged({
  missing: { detail: required('detail', readText) },
  refused: { detail: required('detail', readText) },
  audited: {
    shouldQuarantine: required('should_quarantine', readFlag),
    reasons: required('reasons', readReasons),
    artifactSha256: required('artifact_sha256', readText),
    skillId: required('skill_id', readText),
    version: required('version', readText),
  },
});

const readTarget: Reader<TargetFinding> = recordOf(
  {
    skillId: required('skill_id', readText),
    version: required('version', readText),
    finding: required('finding', readFinding),
  },
  'refused',
);

/** LIFE-EVENTS */
const readEvent: Reader<LifecycleEvent> = tagged({
  install: installing,
  update: installing,
  remove: named,
  quarantine: { ...named, ...decided },
  enable: { ...named, ...decided, override: required('override', readFlag) },
  audit: {
    skillId: required('skill_id', readText),
    version: required('version', readText),
    shouldQuarantine: required('should_quarantine', readFlag),
    reasons: required('reasons', readReasons),
    quarantineOnFail: required('quarantine_on_fail', readFlag),
    principal: required('principal', readText),
  },
  reaudit: { findings: required('findings', listOf(readTarget, mostRecords)) },
});

export function eventFromJson(json: Json): Result<LifecycleEvent> {
  const event = readEvent(json, '');
  return event.ok ? ok(event.value) : fail(asFailure(event.problem));
}

function asFailure(problem: RecordProblem) {
  const where = problemDetail(problem);
  return problem.kind === 'too-large'
    ? ({ code: 'lifecycle.too-large', ...where } as const)
    : ({ code: 'lifecycle.bad-event', ...where } as const);
}

type FieldsOfKinds = { readonly [kind: string]: Parameters<typeof recordOf>[0] };

/** An object whose field `kind` says which other fields it has. */
function tagged<T extends { readonly kind: string }>(kinds: FieldsOfKinds): Reader<T> {
  const readers = new Map(Object.entries(kinds).map(([kind, fields]) => [kind, recordOf(fields, 'refused')]));
  return (value, path): RecordResult<T> => {
    if (!isJsonObject(value)) return wrongType(path, 'an object');
    const place = path === '' ? 'kind' : `${path}.kind`;
    const kind = value.get('kind');
    if (kind === undefined) return refuse({ kind: 'missing-field', path: place });
    if (typeof kind !== 'string') return wrongType(place, 'a string');
    const read = readers.get(kind);
    if (read === undefined) return refuse({ kind: 'unknown-name', path: place, name: kind });
    const rest = read(new Map([...value].filter(([key]) => key !== 'kind')), path);
    // The table above gives each kind the fields that its alternative has.
    return rest.ok ? { ok: true, value: { kind, ...rest.value } as unknown as T } : rest;
  };
}
