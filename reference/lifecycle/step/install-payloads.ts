import type { Json } from '#spec/json/value.ts';
import type { NewRecord } from '../index/read-record.ts';
import { secretsToJson, sourceToJson } from '../index/to-json.ts';
import type { AuditVerdict } from './types.ts';

/** LIFE-LOG */
export function auditPayload(record: NewRecord, audit: AuditVerdict): Json {
  return new Map<string, Json>([
    ...identity(record),
    ['source', record.source.reference],
    ['passed', audit.passed],
    ['should_quarantine', audit.shouldQuarantine],
    ['quarantine_reasons', audit.quarantineReasons],
    ['checks', audit.checks],
  ]);
}

/** LIFE-LOG */
export function quarantinePayload(record: NewRecord, audit: AuditVerdict): Json {
  return new Map<string, Json>([
    ...identity(record),
    ['reason', 'static_security_audit_failed'],
    ['quarantine_reasons', audit.quarantineReasons],
  ]);
}

/** LIFE-LOG */
export function installPayload(record: NewRecord, previousVersion: string | null): Json {
  return new Map<string, Json>([
    ...identity(record),
    ['artifact_sha256', record.artifactSha256],
    ['payload_sha256', record.payloadSha256],
    ['signature_key_id', record.signatureKeyId],
    ['trust_decision', record.trustDecision],
    ['source', sourceToJson(record.source)],
    ['missing_secrets', secretsToJson(record.missingSecrets)],
    ['previous_version', previousVersion],
  ]);
}

function identity({ skillId, version, publisher }: NewRecord): readonly [string, Json][] {
  return [
    ['skill_id', skillId],
    ['version', version],
    ['publisher', publisher],
  ];
}
