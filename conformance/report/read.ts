import { ReportCheck } from './check.ts';
import type { ReportFinding } from './finding.ts';
import type { CaseLine, FooterLine, HeaderLine, Report } from './lines.ts';

export type ReadReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly findings: readonly ReportFinding[] };

/** Five times what the largest run writes; a page or a table of more would be of no use. */
const mostBytes = 256 * 1024 * 1024;
const mostCases = 100_000;

/** A report of somebody else: every line is verified, and every member is what the type says. */
export function readReport(bytes: Uint8Array): ReadReport {
  if (bytes.length > mostBytes) return tooLarge('bytes', mostBytes);
  let header: HeaderLine | undefined;
  let footer: FooterLine | undefined;
  const cases: CaseLine[] = [];
  const check = new ReportCheck((line) => {
    if (line.kind === 'header') header = line;
    else if (line.kind === 'footer') footer = line;
    else cases.push(line);
  });
  check.push(bytes);
  if (cases.length > mostCases) return tooLarge('cases', mostCases);
  const findings = check.end();
  if (findings.length > 0 || header === undefined || footer === undefined) return { ok: false, findings };
  return { ok: true, report: { header, cases, footer } };
}

function tooLarge(of: 'bytes' | 'cases', limit: number): ReadReport {
  return { ok: false, findings: [{ kind: 'too-large', of, limit }] };
}
