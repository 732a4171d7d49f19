import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReportCheck } from '#conformance/report/check.ts';
import { describeFinding, type ReportFinding } from '#conformance/report/finding.ts';
import type { FooterLine, HeaderLine, Report } from '#conformance/report/lines.ts';
import { readReport } from '#conformance/report/read.ts';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../cli/io.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';

const mostBytes = 2 ** 30;

/** A whole report that holds; nothing is made of any other. */
export function readReportFile(shell: Shell, path: string): Outcome<Report> {
  const problem = () => ({ code: 'cli.input-too-large', source: path, limit: mostBytes }) as const;
  const file = readInput(shell, path, { bytes: mostBytes, problem });
  if (!file.ok) return file;
  const read = readReport(file.value.bytes);
  return read.ok ? ok(read.report) : refuseReport(path, read.findings);
}

export function readReportFiles(shell: Shell, paths: readonly string[]): Outcome<readonly Report[]> {
  const reports: Report[] = [];
  for (const path of paths) {
    const report = readReportFile(shell, path);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return ok(reports);
}

export interface CheckedReport {
  readonly findings: readonly ReportFinding[];
  readonly header: HeaderLine | undefined;
  readonly footer: FooterLine | undefined;
}

/** Of a file of any length, without holding it in memory. */
export async function checkReportFile(shell: Shell, path: string): Promise<Outcome<CheckedReport>> {
  let header: HeaderLine | undefined;
  let footer: FooterLine | undefined;
  const check = new ReportCheck((line) => {
    if (line.kind === 'header') header = line;
    if (line.kind === 'footer') footer = line;
  });
  const absolute = resolve(shell.folder, path);
  try {
    // Looked at first: opening a pipe would wait for somebody to write to it.
    if (!statSync(absolute).isFile()) return refuse({ code: 'cli.not-a-file', path });
    for await (const chunk of createReadStream(absolute)) check.push(chunk);
  } catch (error) {
    const detail = diskProblem(error);
    return refuse(
      detail === 'ENOENT' ? { code: 'cli.file-not-found', path } : { code: 'cli.unreadable', path, detail },
    );
  }
  return ok({ findings: check.end(), header, footer });
}

function refuseReport(path: string, findings: readonly ReportFinding[]): Outcome<never> {
  const [first] = findings;
  return refuseHarness('misuse', 'harness.bad-report', {
    message: `${path} is not a report that holds. ${first === undefined ? '' : describeFinding(first)}`.trim(),
    hint: `palyra-conformance verify-report ${path}`,
  });
}
