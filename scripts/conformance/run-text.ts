import { join } from 'node:path';
import { describeFinding } from '#conformance/baseline/finding.ts';
import { diagnoses } from '#conformance/diagnosis.ts';
import { dividedGlobs } from '#conformance/plan/selection.ts';
import type { ReasonRow } from '#conformance/reason-map/parse.ts';
import {
  type CaseLine,
  type FooterLine,
  type HeaderLine,
  levels,
  type RequirementStatus,
} from '#conformance/report/lines.ts';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { areas } from '#spec/areas.ts';
import { type Paint, printable } from '../cli/terminal.ts';
import { wrap } from '../cli/wrap.ts';
import { type CommonCause, lastLine } from './common-causes.ts';
import { count } from './count.ts';
import type { DiagnosedCases } from './noted.ts';
import { reportFile } from './renderings.ts';
import { rerunWords } from './rerun-words.ts';
import { isOutOfDate, nothingPassed, type RunEnd, verdictWords } from './run-verdict.ts';

export interface RunTold extends RunEnd {
  readonly header: HeaderLine;
  readonly footer: FooterLine;
  /** The file of the baseline. */
  readonly baseline: string | undefined;
  /** What the reason map names and nothing was refused with. */
  readonly unusedReasons: readonly ReasonRow[];
  /** Failures whose refusal has no reason of the suite. */
  readonly unnamed: number;
  /** The first of those that no baseline knows. */
  readonly failures: readonly CaseLine[];
  /** What many of those have in common. */
  readonly causes: readonly CommonCause[];
  /** The cases of which a diagnosis is what came. */
  readonly diagnosed: ReadonlyMap<string, DiagnosedCases>;
  /** The operations that cases asked for in vain. */
  readonly unsupported: readonly string[];
  readonly reports: { readonly folder: string; readonly files: readonly string[] };
  /** The words that start this program, and those that name the same subject, behind those that name the case. */
  readonly program: readonly string[];
  readonly subject: readonly string[];
}

/** What a run found, for people: the failures, then what they come to. */
export function runText(told: RunTold, paint: Paint): string {
  const { footer, known, failures } = told;
  const more = footer.counts.fail - known - failures.length;
  return [
    ...told.causes.map(({ count: times, text }) => `${times} × ${printable(text)}\n`),
    ...failures.map((line) => `${failureText(line, told, paint)}\n`),
    ...(more > 0 ? [`… and ${more} more, in the reports\n`] : []),
    ...diagnosisLines(told),
    ...(told.unnamed < leastUnnamed ? [] : [wrap(unnamedText(told.unnamed), 0, 2)]),
    ...findingLines(told),
    ...unusedLines(told),
    verdictText(told, paint),
    '',
  ].join('\n');
}

export function verdictText(told: RunTold, paint: Paint): string {
  const { header, footer, known, unsupported, reports } = told;
  const { subject, plan } = header;
  const { counts, verdict, stopped } = footer;
  const idsOf = (wanted: RequirementStatus) =>
    footer.requirements.filter(({ status }) => status === wanted).map(({ id }) => id);
  const [unmet, warned, undeclared] = [idsOf('unmet'), idsOf('warned'), idsOf('undeclared')];
  const name = `${subject.name} ${subject.version}`.trim();
  const style = verdict === 'conformant' || verdict === 'passed' ? 'bold' : 'red';
  const came =
    plan.planned === 0 ? 'nothing was asked: this part holds no case' : paint(style, verdictWords(header, footer));
  return [
    `${printable(name)}: ${came}`,
    `  ${count(plan.planned, 'case')}: ${counts.pass} passed, ${failedWords(counts.fail, known)}, ${counts.unsupported} unsupported, ${counts.observed} observed, ${counts['not-run']} not run`,
    ...(known === counts.fail && nothingPassed(counts) ? [wrap(noExcuse, 2, 4)] : []),
    ...(unmet.length === 0 ? [] : [wrap(`not met: ${shorten(unmet)}`, 2, 4)]),
    ...(warned.length === 0 ? [] : [wrap(`not followed: ${shorten(warned)}`, 2, 4)]),
    ...(undeclared.length === 0 ? [] : [wrap(`about features that it does not declare: ${shorten(undeclared)}`, 2, 4)]),
    ...(unsupported.length === 0 ? [] : [wrap(`not supported: ${unsupported.join(', ')}`, 2, 4)]),
    ...(stopped === null ? [] : [wrap(`The run broke off: ${printable(stopped)}. ${stoppedAdvice}`, 2, 4)]),
    ...(plan.complete ? [] : [wrap(partText(plan), 2, 4)]),
    ...(plan.frozen ? [] : [`  seed ${plan.seed}: \`--seed ${plan.seed}\` asks the same again`]),
    ...outOfDateLines(told),
    `  reports: ${printable(reports.files.map((file) => join(reports.folder, file)).join(', '))}`,
  ].join('\n');
}

export function failedWords(failed: number, known: number): string {
  return known > 0 ? `${failed} failed (${known} of them known)` : `${failed} failed`;
}

export const noExcuse = 'Nothing has passed, so that every failure is known is no excuse.';

/** Only a whole run of the frozen cases can be conformant. */
function partText({ frozen, shard, cases, areas: someAreas, levels: someLevels }: HeaderLine['plan']): string {
  const { chosen, leftOut } = dividedGlobs(cases);
  const parts = [
    ...(frozen ? [] : ['fresh cases']),
    ...(shard === null ? [] : [`shard ${shard}`]),
    ...(chosen.length === 0 ? [] : ['chosen cases']),
    ...(leftOut.length === 0 ? [] : [`without ${leftOut.join(', ')}`]),
    ...(someAreas.length === areas.length ? [] : ['chosen areas']),
    ...(someLevels.length === levels.length ? [] : ['chosen levels']),
  ];
  return `Not a complete run (${printable(parts.join(', '))}), so it cannot say conformant.`;
}

const stoppedAdvice =
  '`--exclude` leaves out the cases that it dies of; what a host lacks may be answered with `unsupported`, which fails nothing.';

const mostIds = 12;

function shorten(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  return [...ids.slice(0, mostIds), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function failureText(line: CaseLine, { header, program, subject }: RunTold, paint: Paint): string {
  const { id, requirements, expected, observed, twin, edit } = line;
  return [
    `${paint('red', 'FAIL')} ${paint('bold', id)} (${requirements.join(', ')})`,
    `  expected ${expected.text}, observed ${printable(observed.text)}`,
    ...(observed.native ? [`  the subject says: ${printable(observed.native)}`] : []),
    ...(observed.stderr ? [`  its standard error ends: ${printable(lastLine(observed.stderr))}`] : []),
    ...(twin === undefined ? [] : [`  made from ${twin}, which is accepted, by ${printable(edit ?? 'one edit')}`]),
    ...(observed.diagnosis === 'subject.depends-on-order' ? [orderLine(observed.text)] : []),
    `  again: ${printable(rerunWords(program, id, header.plan.seed, subject))}`,
  ].join('\n');
}

function diagnosisLines({ footer, diagnosed }: RunTold): readonly string[] {
  return footer.diagnoses.map(({ code, count: amount, detail }) => {
    const { severity, text } = diagnoses[code];
    const { cases: asked, first } = diagnosed.get(code) ?? { cases: 0, first: undefined };
    const times = amount === 1 ? '' : `, ${timesText(amount, asked)}`;
    const where = first === undefined ? '' : asked === 1 ? `; the case is ${first}` : `; the first case is ${first}`;
    return `adapter ${severity} ${code}: ${text}${times}${detail === '' ? '' : ` (${printable(detail)})`}${where}`;
  });
}

/** A call that is not answered is asked again, so the cases are fewer. */
function timesText(times: number, asked: number): string {
  if (asked === 0 || asked === times) return `${times} times`;
  return times === 2 * asked
    ? `in ${count(asked, 'case')}, each asked twice`
    : `${times} times in ${count(asked, 'case')}`;
}

/** The detail of the diagnosis, with which the text ends, says what came of the case alone. */
function orderLine(observed: string): string {
  const alone = /alone: .*\(pass\)/.test(observed) ? 'asked alone it passes' : 'asked alone it is answered otherwise';
  return `  ${alone}; \`--one-shot\` gives every call a process of its own`;
}

const leastUnnamed = 3;

function unnamedText(unnamed: number): string {
  return `${unnamed} failures are refusals without a reason of the suite: --reason-map says what the errors of a program are called here, see \`palyra-conformance run --help\`.`;
}

const mostFindings = 10;

function findingLines({ findings = [] }: RunTold): readonly string[] {
  const more = findings.length - mostFindings;
  return [
    ...findings.slice(0, mostFindings).map((finding) => `baseline ${printable(describeFinding(finding))}`),
    ...(more > 0 ? [`… and ${more} more; \`palyra-conformance baseline check\` shows all of them`] : []),
  ];
}

function outOfDateLines(told: RunTold): readonly string[] {
  const { findings = [], baseline, reports } = told;
  if (baseline === undefined || !isOutOfDate(told)) return [];
  const entries = count(new Set(findings.map(({ line }) => line)).size, 'entry', 'entries');
  const words = ['baseline', 'update', baseline, '--report', join(reports.folder, reportFile)];
  const update = showCommandLine([...told.program, ...words]);
  return [`  the baseline is out of date in ${entries}: ${printable(update)}`];
}

/** Where not every case was asked, a row without use is no news. */
function unusedLines({ header, unusedReasons }: RunTold): readonly string[] {
  if (!header.plan.complete || unusedReasons.length === 0) return [];
  const lines = unusedReasons.map(({ line }) => String(line));
  return [
    wrap(
      `reason map: nothing was refused with what ${count(lines.length, 'row names', 'rows name')} (line ${shorten(lines)})`,
      0,
      2,
    ),
  ];
}

/** The same for a program that reads it; the lines of the cases are in the report. */
export function runJson({ header, footer, known, findings, reports }: RunTold) {
  const { suite, digests, plan, subject } = header;
  const { kind, ...end } = footer;
  return {
    ...end,
    subject,
    suite,
    digests,
    plan,
    known,
    baseline: findings ?? null,
    reports: reports.files.map((file) => join(reports.folder, file)),
  };
}
