import { basename, join } from 'node:path';
import { diagnoses } from '#conformance/diagnosis.ts';
import { reportWriter } from '#conformance/report/stream.ts';
import { runSuite, type SuiteRun } from '#conformance/run-suite.ts';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { ok } from '#spec/result.ts';
import type { Output } from '../cli/command.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { painter } from '../cli/terminal.ts';
import { Asking } from './asking.ts';
import { refuseHarness } from './harness-failure.ts';
import { plainJson } from './json.ts';
import { Noted } from './noted.ts';
import { programWords } from './program-words.ts';
import { progressDisplay } from './progress.ts';
import type { Format } from './renderings.ts';
import { reportFile } from './renderings.ts';
import { ReportFolder } from './report-folder.ts';
import type { RunOptions } from './run-options.ts';
import type { RunSettings } from './run-settings.ts';
import { type RunTold, runJson, runText, verdictText } from './run-text.ts';
import { exitCodeOf } from './run-verdict.ts';
import { subjectCommand } from './shown-program.ts';
import { spawnProblem } from './spawn-problem.ts';
import { processWords } from './subject-options.ts';
import { writeRenderings } from './write-renderings.ts';

/** A run from the first call to the last file. */
export async function runToReports(options: RunOptions, settings: RunSettings, shell: Shell): Promise<Outcome<Output>> {
  const folder = ReportFolder.open(shell, reportsOf(options));
  if (!folder.ok) return folder;
  const asking = new Asking(options.quiet ? undefined : progressDisplay(shell));
  const tidy = () => {
    asking.end();
    folder.value.abandon();
  };
  const forget = shell.whenInterrupted(() => {
    tidy();
    if (!folder.value.isFinished) shell.writeStderr(`${asking.brokenOff()}\n`);
  });
  // Said at once, because a run that hangs or is broken off is one that somebody will want to repeat.
  if (options.fresh === '') shell.writeStderr(`seed ${settings.seed}\n`);
  try {
    return await run({ options, settings, folder: folder.value, asking, shell });
  } finally {
    tidy();
    forget();
  }
}

interface Run {
  readonly options: RunOptions;
  readonly settings: RunSettings;
  readonly folder: ReportFolder;
  readonly asking: Asking;
  readonly shell: Shell;
}

async function run(whole: Run): Promise<Outcome<Output>> {
  const { options, settings, folder, shell } = whole;
  const noted = new Noted();
  const suite = await ask(whole, noted);
  if (!suite.ok) return refuseStart(suite, options, programWords(shell));
  const path = folder.finish();
  if (!path.ok) return path;
  const files = await writeRenderings(folder, {
    path: path.value,
    formats: formatsOf(options),
    options: subjectCommand(options),
    shell,
  });
  if (!files.ok) return files;
  const told: RunTold = {
    header: suite.header,
    footer: suite.footer,
    known: noted.known,
    findings: settings.baseline?.finish(),
    baseline: options.baseline,
    unusedReasons: settings.reasonMap?.unused() ?? [],
    unnamed: noted.unnamed,
    failures: noted.failures,
    causes: noted.causes.told,
    diagnosed: noted.diagnosed,
    unsupported: [...noted.unsupported],
    program: programWords(shell),
    reports: { folder: folder.name, files: [reportFile, ...files.value] },
    subject: subjectWords(options),
  };
  const paint = painter(shell, 'stdout', options['no-color']);
  const exitCode = exitCodeOf(told);
  if (options.json) return ok({ stdout: plainJson(runJson(told)), exitCode });
  return ok({ stdout: options.quiet ? `${verdictText(told, paint)}\n` : runText(told, paint), exitCode });
}

async function ask({ settings, folder, asking }: Run, noted: Noted): Promise<SuiteRun> {
  const { subject, seed, selection, shard, jobs, baseline, reasonMap } = settings;
  const writer = reportWriter((text) => folder.write(text));
  const suite = await runSuite({
    subject,
    seed,
    selection,
    jobs,
    ...(shard === undefined ? {} : { shard }),
    ...(reasonMap === undefined ? {} : { reasonOf: reasonMap.reasonOf }),
    ...(baseline === undefined ? {} : { known: baseline.reasonFor }),
    onHeader: writer.line,
    onCase: (line) => {
      writer.line(line);
      baseline?.see(line);
      noted.see(line);
    },
    onProgress: (state) => asking.show(state),
  });
  asking.end();
  if (suite.ok) writer.line(suite.footer);
  return suite;
}

function formatsOf({ format }: RunOptions): readonly Format[] {
  const chosen = format.length === 0 ? (['markdown', 'html'] as const) : format;
  return chosen.filter((one) => one !== 'jsonl');
}

/** A part that was chosen by name, as when a failure is asked again, must not take the place of the report of the whole. */
function reportsOf({ reports, case: cases, exclude }: RunOptions): string {
  return reports ?? (cases.length + exclude.length > 0 ? 'reports/part' : 'reports/run');
}

/** Whoever chose a folder wants nothing elsewhere; beside the report that names the case there is a place for its own. */
function reportsWords({ reports }: RunOptions): readonly string[] {
  if (reports === undefined) return [];
  return ['--reports', basename(reports) === 'part' ? reports : join(reports, 'part')];
}

function subjectWords(options: RunOptions): readonly string[] {
  const map = options['reason-map'] === undefined ? [] : ['--reason-map', options['reason-map']];
  const names = options.names === 'shipped' ? [] : ['--names', options.names];
  return [...reportsWords(options), ...map, ...names, ...processWords(options)];
}

function refuseStart(
  { diagnosis, stderr }: Extract<SuiteRun, { ok: false }>,
  { program }: RunOptions,
  words: readonly string[],
): Outcome<never> {
  const { code, detail } = diagnosis;
  const { text, advice } = diagnoses[code];
  const seen = code === 'start.failed' ? spawnProblem(detail) : detail;
  const told =
    stderr.trim() === '' ? '' : ` Its standard error ends: ${stderr.trim().split('\n').slice(-mostLines).join(' | ')}`;
  return refuseHarness('not_started', 'harness.not-started', {
    message: `${code}: ${text}${seen === '' ? '' : ` (${seen})`}.${told}`,
    hint: `${advice} To see what it says: ${showCommandLine([...words, 'doctor', '--', ...program])}`,
  });
}

const mostLines = 5;
