import type { CheckRecord } from '#reference/audit/audit.ts';
import { auditReport } from '#reference/audit/report.ts';
import type { AuditLine } from '#reference/state/state.ts';
import type { Json } from '#spec/json/value.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { OpenState } from '../state-root.ts';
import type { Audited } from './audit.ts';
import { countOf } from './check-counts.ts';

const nothing = 'No skill is installed.';

export function auditJson({ trustStorePath, skillsFolder }: OpenState, audits: readonly Audited[]): string {
  const none: readonly (readonly [string, Json])[] =
    audits.length === 0
      ? [
          ['skills_root', skillsFolder],
          ['message', nothing],
        ]
      : [];
  return jsonDocument(
    new Map<string, Json>([
      ['trust_store', trustStorePath],
      ['audits', audits.map(auditToJson)],
      ['summary', summaryOf(audits)],
      ...none,
    ]),
  );
}

export function auditText({ skillsFolder }: OpenState, audits: readonly Audited[]): string {
  if (audits.length === 0) return markedLine('skill.audit', { audited: 0, root: skillsFolder, message: nothing });
  return audits.map(linesOf).join('');
}

/** A line of the log, for an installed skill that was audited. */
export function auditLine(audited: Audited): AuditLine {
  const report = auditReport(audited.audit);
  const of = (field: string): readonly [string, Json] => [field, report.get(field) ?? null];
  return {
    eventKind: 'skill.audit',
    timestampUnixMs: audited.audit.generatedAtUnixMs,
    payload: new Map<string, Json>([
      ['source', audited.source],
      ['artifact', audited.path],
      ...['skill_id', 'version', 'should_quarantine', 'quarantine_reasons', 'checks'].map(of),
    ]),
  };
}

function auditToJson({ source, path, audit }: Audited): Json {
  const { skillId, version } = audit.verification.inspection.manifest;
  return new Map<string, Json>([
    ['source', source],
    ['artifact', path],
    ['skill_id', skillId],
    ['version', version],
    ['report', auditReport(audit)],
  ]);
}

function summaryOf(audits: readonly Audited[]): Json {
  const sum = (count: (audited: Audited) => number) =>
    BigInt(audits.reduce((total, audited) => total + count(audited), 0));
  return new Map<string, Json>([
    ['audited', BigInt(audits.length)],
    ['quarantine_required', sum(({ audit }) => Number(audit.shouldQuarantine))],
    ['failed_checks', sum(({ audit }) => countOf(audit, 'fail'))],
    ['warnings', sum(({ audit }) => countOf(audit, 'warn'))],
  ]);
}

function linesOf({ source, path, audit }: Audited): string {
  const { skillId, version } = audit.verification.inspection.manifest;
  const line = markedLine('skill.audit', {
    skill_id: skillId,
    version,
    source,
    artifact: path,
    passed: audit.passed,
    should_quarantine: audit.shouldQuarantine,
    failed_checks: countOf(audit, 'fail'),
    warnings: countOf(audit, 'warn'),
  });
  const found = [...audit.checks, ...[...audit.further.values()].flat()].filter(isFinding);
  const reasons = audit.quarantineReasons.join(' | ');
  const why = audit.shouldQuarantine
    ? markedLine('skill.audit.quarantine_reasons', { skill_id: skillId, reasons })
    : '';
  return line + found.map(checkLine).join('') + why;
}

function isFinding({ status }: CheckRecord): boolean {
  return status === 'fail' || status === 'warn';
}

function checkLine({ checkId, status, message }: CheckRecord): string {
  return markedLine('skill.audit.check', { check_id: checkId, status, message });
}
