import { join } from 'node:path';
import { describeFinding } from '#conformance/baseline/finding.ts';
import { diagnoses } from '#conformance/diagnosis.ts';
import type { ReasonRow } from '#conformance/reason-map/parse.ts';
import type { CaseLine, FooterLine, HeaderLine } from '#conformance/report/lines.ts';
import { type Paint, printable } from '../cli/terminal.ts';
import { wrap } from '../cli/wrap.ts';
import { rerunWords } from './rerun-words.ts';
import type { RunEnd } from './run-verdict.ts';

export interface RunTold extends RunEnd {
  readonly header: HeaderLine;
  readonly footer: FooterLine;
  /** What the reason map names and nothing was refused with. */
  readonly unusedReasons: readonly ReasonRow[];
  /** The first of those that no baseline knows. */
  readonly failures: readonly CaseLine[];
  /** The operations that cases asked for in vain. */
  readonly unsupported: readonly string[];
  readonly reports: { readonly folder: string; readonly files: readonly string[] };
  /** The words that name the same subject, behind those that name the case. */
  readonly subject: readonly string[];
}

/** What a run found, for people: the failures, then what they come to. */
export function runText(told: RunTold, paint: Paint): string {
  const { footer, known, failures } = told;
  const more = footer.counts.fail - known - failures.length;
  return [
    ...failures.map((line) => `${failureText(line, told, paint)}\n`),
    ...(more > 0 ? [`… and ${more} more, in the reports\n`] : []),
    ...diagnosisLines(told),
    ...(told.findings ?? []).map((finding) => `baseline ${printable(describeFinding(finding))}`),
    ...told.unusedReasons.map(
      ({ line, native }) => `reason map line ${line}: nothing was refused with ${printable(JSON.stringify(native))}`,
    ),
    verdictText(told, paint),
    '',
  ].join('\n');
}

export function verdictText({ header, footer, known, unsupported, reports }: RunTold, paint: Paint): string {
  const { subject, plan } = header;
  const { counts, verdict, stopped } = footer;
  const unmet = footer.requirements.filter(({ status }) => status === 'unmet').map(({ id }) => id);
  const warned = footer.requirements.filter(({ status }) => status === 'warned').map(({ id }) => id);
  const name = `${subject.name} ${subject.version}`.trim();
  const style = verdict === 'conformant' || verdict === 'passed' ? 'bold' : 'red';
  const failed = known > 0 ? `${counts.fail} failed (${known} of them known)` : `${counts.fail} failed`;
  return [
    `${printable(name)}: ${paint(style, verdict)}`,
    `  ${plan.planned} cases: ${counts.pass} passed, ${failed}, ${counts.unsupported} unsupported, ${counts.observed} observed, ${counts['not-run']} not run`,
    ...(unmet.length === 0 ? [] : [wrap(`not met: ${shorten(unmet)}`, 2, 4)]),
    ...(warned.length === 0 ? [] : [wrap(`not followed: ${shorten(warned)}`, 2, 4)]),
    ...(unsupported.length === 0 ? [] : [wrap(`not supported: ${unsupported.join(', ')}`, 2, 4)]),
    ...(stopped === null ? [] : [wrap(`The run broke off: ${printable(stopped)}.`, 2, 4)]),
    ...(plan.complete ? [] : [wrap(partText(plan), 2, 4)]),
    ...(plan.frozen ? [] : [`  seed ${plan.seed}: \`--seed ${plan.seed}\` asks the same again`]),
    `  reports: ${printable(reports.files.map((file) => join(reports.folder, file)).join(', '))}`,
  ].join('\n');
}

/** Only a whole run of the frozen cases can be conformant. */
function partText({ frozen, shard, cases, levels }: HeaderLine['plan']): string {
  const parts = [
    ...(frozen ? [] : ['fresh cases']),
    ...(shard === null ? [] : [`shard ${shard}`]),
    ...(cases.length === 0 ? [] : ['chosen cases']),
    ...(levels.length === 3 ? [] : ['chosen levels']),
  ];
  return `Not a complete run (${parts.join(', ')}), so it cannot say conformant.`;
}

const mostIds = 12;

function shorten(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  return [...ids.slice(0, mostIds), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

function failureText(line: CaseLine, { header, subject }: RunTold, paint: Paint): string {
  const { id, requirements, expected, observed, twin, edit } = line;
  return [
    `${paint('red', 'FAIL')} ${paint('bold', id)} (${requirements.join(', ')})`,
    `  expected ${expected.text}, observed ${printable(observed.text)}`,
    ...(observed.native ? [`  the subject says: ${printable(observed.native)}`] : []),
    ...(observed.stderr ? [`  its standard error ends: ${printable(lastLine(observed.stderr))}`] : []),
    ...(twin === undefined ? [] : [`  made from ${twin}, which is accepted, by ${printable(edit ?? 'one edit')}`]),
    `  again: ${printable(rerunWords(id, header.plan.seed, subject))}`,
  ].join('\n');
}

function diagnosisLines({ footer }: RunTold): readonly string[] {
  return footer.diagnoses.map(({ code, count, detail }) => {
    const { severity, text } = diagnoses[code];
    const times = count === 1 ? '' : `, ${count} times`;
    return `adapter ${severity} ${code}: ${text}${times}${detail === '' ? '' : ` (${printable(detail)})`}`;
  });
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
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
