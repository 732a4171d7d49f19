import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseResult, runSuite, type SuiteReport } from '../../conformance/index.ts';
import { diskProblem } from '../../reference/disk/problem.ts';
import { referenceSubject } from '../../reference/index.ts';
import { writeAll } from '../cli/streams.ts';
import { markdownReport } from './markdown-report.ts';
import { progressLine } from './progress-line.ts';

interface RunOptions {
  readonly reports: string;
  readonly json: boolean;
  readonly seed?: string;
}

const misused = 2;
const exitCodes: Readonly<Record<SuiteReport['verdict'], number>> = {
  conformant: 0,
  'not conformant': 1,
  incomplete: 2,
};

export async function run({ reports, json, seed }: RunOptions): Promise<number> {
  const progress = progressLine(process.stderr);
  const report = await runSuite({
    subject: referenceSubject(),
    ...(seed === undefined ? {} : { seed }),
    onResult: (result, done, planned) => progress.show(done, planned, result.verdict === 'fail'),
  });
  progress.end();
  try {
    writeReports(reports, report);
  } catch (error) {
    process.stderr.write(
      `The reports cannot be written to ${reports}: ${diskProblem(error)}. Name another folder with --reports.\n`,
    );
    return misused;
  }
  if (json) {
    const { results, ...summary } = report;
    await writeAll(process.stdout, `${JSON.stringify(summary)}\n`);
  } else {
    await writeAll(process.stdout, describe(report, reports));
  }
  return exitCodes[report.verdict];
}

/** One line a case between a header and a footer; the Markdown page is made from the same data. */
function writeReports(folder: string, report: SuiteReport): void {
  const { results, requirements, counts, verdict, ...header } = report;
  const lines = [
    { kind: 'header', ...header, planned: results.length },
    ...results.map((result) => ({ kind: 'case', ...result })),
    { kind: 'footer', verdict, counts, requirements },
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  writeFileSync(join(folder, 'report.md'), markdownReport(report));
}

function describe(report: SuiteReport, folder: string): string {
  const failures = report.results.filter(({ verdict }) => verdict === 'fail');
  const more = failures.length - mostShown;
  const { pass, fail, unsupported, observed } = report.counts;
  return [
    ...failures.slice(0, mostShown).map(describeFailed),
    ...(more > 0 ? [`… and ${more} more in the report`] : []),
    `${report.subject.name} ${report.subject.version}: ${report.verdict}`,
    `${pass} passed, ${fail} failed, ${unsupported} unsupported, ${observed} observed`,
    `Reports: ${join(folder, 'report.jsonl')}, ${join(folder, 'report.md')}`,
    '',
  ].join('\n');
}

const mostShown = 20;

function describeFailed({ id, proves, expected, observed, native, origin }: CaseResult): string {
  const lines = [
    `FAIL ${id} (${proves.join(', ')})`,
    `  expected ${expected}, observed ${observed}`,
    ...(native ? [`  the subject says: ${native}`] : []),
    ...(origin ? [`  accepted twin: ${origin.twin}, changed: ${origin.edit}`] : []),
  ];
  return lines.join('\n');
}
