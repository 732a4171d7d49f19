import { auditReport } from '#reference/audit/report.ts';
import { verificationReport } from '#reference/trust/report.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { Checked } from './check.ts';
import { countOf } from './check-counts.ts';
import { entryToJson } from './shelf-output.ts';

export function checkJson(skillsRoot: string, results: readonly Checked[], nowUnixMs: bigint): string {
  return jsonDocument(
    new Map<string, Json>([
      ['skills_root', skillsRoot],
      ['count', BigInt(results.length)],
      ['results', results.map((result) => resultToJson(result, nowUnixMs))],
    ]),
  );
}

export function checkText(skillsRoot: string, results: readonly Checked[]): string {
  const header = markedLine('skills.check', { root: skillsRoot, count: results.length });
  return header + results.map(resultLines).join('');
}

function resultToJson(checked: Checked, nowUnixMs: bigint): JsonObject {
  const { trustAccepted, auditPassed, quarantineRequired, failed, warned } = verdictsOf(checked);
  const { found } = checked;
  const reports: readonly (readonly [string, Json])[] =
    'refused' in found
      ? [['trust_error', describeFailure(found.refused)]]
      : [
          ['verification', verificationReport(found.verification, nowUnixMs)],
          ['audit', auditReport(found.audit)],
        ];
  return new Map<string, Json>([
    ['inventory', entryToJson(checked.entry)],
    ['check_status', checked.status],
    ['trust_accepted', trustAccepted],
    ['audit_passed', auditPassed],
    ['quarantine_required', quarantineRequired],
    ['failed_checks', BigInt(failed)],
    ['warning_checks', BigInt(warned)],
    ['reasons', reasonsOf(checked)],
    ...reports,
  ]);
}

function resultLines(checked: Checked): string {
  const { record, runtimeStatus, eligibility } = checked.entry.inventory;
  const { trustAccepted, auditPassed, quarantineRequired } = verdictsOf(checked);
  const line = markedLine('skills.check.entry', {
    skill_id: record.skillId,
    version: record.version,
    status: checked.status,
    runtime_status: runtimeStatus.status,
    trust_accepted: trustAccepted,
    audit_passed: auditPassed,
    quarantine_required: quarantineRequired,
    eligibility: eligibility.status,
  });
  const reasons = reasonsOf(checked);
  return reasons.length === 0 ? line : line + markedLine('skills.check.reasons', { reasons: reasons.join(' | ') });
}

function verdictsOf({ found }: Checked) {
  if ('refused' in found) {
    return { trustAccepted: false, auditPassed: false, quarantineRequired: false, failed: 0, warned: 0 };
  }
  const { audit } = found;
  return {
    trustAccepted: true,
    auditPassed: audit.passed,
    quarantineRequired: audit.shouldQuarantine,
    failed: countOf(audit, 'fail'),
    warned: countOf(audit, 'warn'),
  };
}

/** Why it may not be used, then what verification and audit say. */
function reasonsOf({ entry, found }: Checked): readonly string[] {
  const said = 'refused' in found ? [describeFailure(found.refused)] : found.audit.quarantineReasons;
  return [...entry.inventory.eligibility.reasons, ...said];
}
