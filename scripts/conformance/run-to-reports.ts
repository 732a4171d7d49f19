import { diagnoses } from '#conformance/diagnosis.ts';
import type { CaseLine } from '#conformance/report/lines.ts';
import { reportWriter } from '#conformance/report/stream.ts';
import { runSuite, type SuiteRun } from '#conformance/run-suite.ts';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import type { Operation } from '#spec/operations.ts';
import { ok } from '#spec/result.ts';
import type { Output } from '../cli/command.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { painter } from '../cli/terminal.ts';
import { refuseHarness } from './harness-failure.ts';
import { plainJson } from './json.ts';
import { type ProgressDisplay, progressDisplay } from './progress.ts';
import type { Format } from './renderings.ts';
import { reportFile } from './renderings.ts';
import { ReportFolder } from './report-folder.ts';
import type { RunOptions } from './run-options.ts';
import type { RunSettings } from './run-settings.ts';
import { type RunTold, runJson, runText, verdictText } from './run-text.ts';
import { exitCodeOf } from './run-verdict.ts';
import { processWords } from './subject-options.ts';
import { writeRenderings } from './write-renderings.ts';

/** A run from the first call to the last file. */
export async function runToReports(options: RunOptions, settings: RunSettings, shell: Shell): Promise<Outcome<Output>> {
  const folder = ReportFolder.open(shell, options.reports ?? 'reports/run');
  if (!folder.ok) return folder;
  const progress = options.quiet ? undefined : progressDisplay(shell);
  const tidy = () => {
    progress?.end();
    folder.value.abandon();
  };
  const forget = shell.whenInterrupted(tidy);
  // Said at once, because a run that hangs or is broken off is one that somebody will want to repeat.
  if (options.fresh === '') shell.writeStderr(`seed ${settings.seed}\n`);
  try {
    return await run({ options, settings, folder: folder.value, progress, shell });
  } finally {
    tidy();
    forget();
  }
}

interface Run {
  readonly options: RunOptions;
  readonly settings: RunSettings;
  readonly folder: ReportFolder;
  readonly progress: ProgressDisplay | undefined;
  readonly shell: Shell;
}

async function run(whole: Run): Promise<Outcome<Output>> {
  const { options, settings, folder, shell } = whole;
  const noted = new Noted();
  const suite = await ask(whole, noted);
  if (!suite.ok) return refuseStart(suite, options);
  const path = folder.finish();
  if (!path.ok) return path;
  const files = await writeRenderings(folder, {
    path: path.value,
    formats: formatsOf(options),
    options: options.program.length === 0 ? {} : { subjectCommand: showCommandLine(options.program) },
    shell,
  });
  if (!files.ok) return files;
  const told: RunTold = {
    header: suite.header,
    footer: suite.footer,
    known: noted.known,
    findings: settings.baseline?.finish(),
    unusedReasons: settings.reasonMap?.unused() ?? [],
    failures: noted.failures,
    unsupported: [...noted.unsupported],
    reports: { folder: folder.name, files: [reportFile, ...files.value] },
    subject: subjectWords(options),
  };
  const paint = painter(shell, 'stdout', options['no-color']);
  const exitCode = exitCodeOf(told);
  if (options.json) return ok({ stdout: plainJson(runJson(told)), exitCode });
  return ok({ stdout: options.quiet ? `${verdictText(told, paint)}\n` : runText(told, paint), exitCode });
}

async function ask({ settings, folder, progress }: Run, noted: Noted): Promise<SuiteRun> {
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
    onProgress: (state) => progress?.show(state),
  });
  progress?.end();
  if (suite.ok) writer.line(suite.footer);
  return suite;
}

const mostShown = 20;

/** As much of the lines as is shown, so that a run of any length needs no more memory than a short one. */
class Noted {
  /** The first failures that no baseline knows. */
  readonly failures: CaseLine[] = [];
  readonly unsupported = new Set<Operation>();
  known = 0;

  see(line: CaseLine): void {
    if (line.verdict === 'unsupported') this.unsupported.add(line.operation);
    if (line.verdict !== 'fail') return;
    if (line.known !== undefined) this.known++;
    else if (this.failures.length < mostShown) this.failures.push(line);
  }
}

function formatsOf({ format }: RunOptions): readonly Format[] {
  const chosen = format.length === 0 ? (['markdown', 'html'] as const) : format;
  return chosen.filter((one) => one !== 'jsonl');
}

function subjectWords(options: RunOptions): readonly string[] {
  const map = options['reason-map'] === undefined ? [] : ['--reason-map', options['reason-map']];
  const names = options.names === 'shipped' ? [] : ['--names', options.names];
  return [...map, ...names, ...processWords(options)];
}

function refuseStart({ diagnosis, stderr }: Extract<SuiteRun, { ok: false }>, { program }: RunOptions): Outcome<never> {
  const { code, detail } = diagnosis;
  const told =
    stderr.trim() === '' ? '' : ` Its standard error ends: ${stderr.trim().split('\n').slice(-mostLines).join(' | ')}`;
  return refuseHarness('not_started', 'harness.not-started', {
    message: `${code}: ${diagnoses[code].text}${detail === '' ? '' : ` (${detail})`}.${told}`,
    hint: `To see what it says: ${showCommandLine(['palyra-conformance', 'doctor', '--', ...program])}`,
  });
}

const mostLines = 5;
