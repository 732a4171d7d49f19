import type { CheckResult, CheckStatus, DoctorReport } from './report.ts';
import { checkStatuses } from './report.ts';

const marks: Readonly<Record<CheckStatus, string>> = {
  ok: 'ok',
  warning: 'WARNING',
  error: 'ERROR',
  skipped: 'skipped',
};

/** What is wrong with all its circumstances; what is well on a line each. */
export function renderDoctorText(report: DoctorReport): string {
  const width = Math.max(...report.checks.map(({ id }) => id.length));
  const counted = checkStatuses.map(
    (status) => `${report.checks.filter((one) => one.status === status).length} ${status}`,
  );
  return [
    `Adapter: ${report.subject}`,
    '',
    ...report.checks.flatMap((check) => renderCheck(check, width)),
    '',
    `The adapter is ${report.verdict}: ${counted.join(', ')}.`,
    '',
  ].join('\n');
}

export function renderDoctorJson(report: DoctorReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function renderCheck({ id, status, claim, seen, line, why, advice }: CheckResult, width: number): readonly string[] {
  const head = `${marks[status].padEnd(8)} ${id.padEnd(width)}  ${claim}`;
  if (status === 'ok') return [head];
  if (status === 'skipped') return [`${head} (${seen})`];
  const more = [`seen: ${seen}`, ...(line === undefined ? [] : [`line: ${line}`]), `why:  ${why}`, `do:   ${advice}`];
  return [head, ...more.map((text) => `           ${text}`)];
}
