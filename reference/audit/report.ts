import type { Json, JsonObject } from '#spec/json/value.ts';
import { warningsToJson } from '../manifest/warnings.ts';
import type { Audit, CheckRecord } from './audit.ts';
import { policyToJson } from './policy.ts';

/** AUD-REPORT: what is written of an audit. */
export function auditReport(audit: Audit): JsonObject {
  const { inspection, decision } = audit.verification;
  const { manifest, payloadSha256, warnings } = inspection;
  return new Map<string, Json>([
    ['skill_id', manifest.skillId],
    ['version', manifest.version],
    ['publisher', manifest.publisher],
    ['accepted', true],
    ['passed', audit.passed],
    ['should_quarantine', audit.shouldQuarantine],
    ['trust_decision', decision],
    ['payload_sha256', payloadSha256],
    ['generated_at_unix_ms', audit.generatedAtUnixMs],
    ['policy', policyToJson(audit.policy)],
    ['manifest_warnings', warningsToJson(warnings)],
    ['checks', audit.checks.map(recordToJson)],
    ['further', new Map([...audit.further].map(([id, records]) => [id, records.map(recordToJson)]))],
    ['quarantine_reasons', audit.quarantineReasons],
    ['vulnerability_scan', recordToJson(audit.vulnerabilityScan)],
  ]);
}

function recordToJson(record: CheckRecord): JsonObject {
  return withDetails(record, [['message', record.message]]);
}

/** Without the message, which is free. */
export function recordToWire(record: CheckRecord): JsonObject {
  return withDetails(record, []);
}

function withDetails({ checkId, status, severity, details }: CheckRecord, more: readonly [string, Json][]): JsonObject {
  const members: [string, Json][] = [['check_id', checkId], ['status', status], ['severity', severity], ...more];
  return new Map<string, Json>(details === undefined ? members : [...members, ['details', details]]);
}
