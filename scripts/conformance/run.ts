import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite, type SuiteReport } from '../../conformance/index.ts';
import { referenceSubject } from '../../reference/index.ts';
import { markdownReport } from './markdown-report.ts';
import { progressLine } from './progress-line.ts';

interface RunOptions {
  readonly reports: string;
  readonly json: boolean;
  readonly seed?: string;
}

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
  writeReports(reports, report);
  if (json) {
    const { results, ...summary } = report;
    process.stdout.write(`${JSON.stringify(summary)}\n`);
  } else {
    process.stdout.write(describe(report, reports));
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
  const shown = failures
    .slice(0, 20)
    .map(
      ({ id, proves, expected, observed, native }) =>
        `FAIL ${id} (${proves.join(', ')})\n     expected ${expected}, observed ${observed}${native ? `: ${native}` : ''}\n`,
    );
  const more = failures.length > shown.length ? `… and ${failures.length - shown.length} more in the report\n` : '';
  const { pass, fail, unsupported, observed } = report.counts;
  const counted = `${pass} passed, ${fail} failed, ${unsupported} unsupported, ${observed} observed`;
  return `${shown.join('')}${more}${report.subject.name} ${report.subject.version}: ${report.verdict}\n${counted}\nReports: ${folder}/report.jsonl, ${folder}/report.md\n`;
}
