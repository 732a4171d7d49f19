import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describeFinding } from '#conformance/report/finding.ts';
import type { HtmlOptions } from '#conformance/report/html/render.ts';
import type { Report } from '#conformance/report/lines.ts';
import { readReport } from '#conformance/report/read.ts';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { type Format, render, renderedFiles } from './renderings.ts';
import type { ReportFolder } from './report-folder.ts';

interface Renderings {
  /** Of the whole report. */
  readonly path: string;
  readonly formats: readonly Format[];
  readonly options: HtmlOptions;
  readonly shell: Shell;
}

/** Whatever is to stand beside a report, each made of the file as it was written; answers the names of the files. */
export async function writeRenderings(
  folder: ReportFolder,
  renderings: Renderings,
): Promise<Outcome<readonly string[]>> {
  const { path, formats, options, shell } = renderings;
  const summary = shell.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (formats.length === 0 && summary === '') return ok([]);
  const report = await readOwn(path);
  for (const format of formats) {
    const text = await render(format, report, options);
    const written = folder.writeBeside(renderedFiles[format], text);
    if (!written.ok) return written;
  }
  if (summary !== '') await appendSummary(summary, report, renderings);
  return ok(formats.map((format) => renderedFiles[format]));
}

async function readOwn(path: string): Promise<Report> {
  const read = readReport(await readFile(path));
  if (read.ok) return read.report;
  throw new Error(`the report just written does not hold: ${read.findings.map(describeFinding).join(' ')}`);
}

/** The page of a run on GitHub. That it cannot be written changes nothing about the run. */
async function appendSummary(path: string, report: Report, { options, shell }: Renderings): Promise<void> {
  const text = await render('markdown', report, options);
  try {
    appendFileSync(path, `${text.trimEnd()}\n`);
  } catch (error) {
    shell.writeStderr(`GITHUB_STEP_SUMMARY cannot be written: ${diskProblem(error)}\n`);
  }
}
