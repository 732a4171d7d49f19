import { diagnoses } from '../../diagnosis.ts';
import { requirementSets } from '../../plan/plan.ts';
import { verdicts } from '../../verdict.ts';
import { verdictSentences, verdictTitle } from '../html/static/verdict-sentence.ts';
import { verdictWords } from '../html/view/words.ts';
import { type CaseLine, type Report, requirementStatuses } from '../lines.ts';
import { ByteBudget } from './byte-budget.ts';
import { isFailure } from './case-text.ts';
import { CauseTally } from './cause-tally.ts';
import { cellCode, inlineCode } from './inline-code.ts';
import { failureSection } from './markdown-failures.ts';
import { tableHead, tableRow, tableSection } from './markdown-table.ts';
import type { RenderOptions } from './options.ts';

/** Together with what is always there it stays below 900 KiB: GitHub takes at most a megabyte as the summary of a step. */
const room = { failures: 700_000, known: 50_000, unanswered: 50_000, observations: 50_000 };

/** The page of a run: what came of it, then what failed, then the rest. */
export function renderMarkdown(report: Report, options: RenderOptions = {}): string {
  const { cases } = report;
  const ofVerdict = (...wanted: readonly string[]) => cases.filter(({ verdict }) => wanted.includes(verdict));
  const knownCases = cases.filter(({ known }) => known !== undefined);
  return [
    ...summary(report),
    ...commonCauses(cases),
    ...failureSection(report, new ByteBudget(room.failures), options),
    ...texts('Failures that the baseline knows', room.known, knownCases, {
      ...columns,
      'known because': ({ known = '' }) => known,
    }),
    ...adapter(report),
    ...texts('Not answered', room.unanswered, ofVerdict('unsupported', 'not-run')),
    ...requirementTable(report),
    ...texts('Observations', room.observations, ofVerdict('observed')),
  ].join('');
}

function summary(report: Report): readonly string[] {
  const { subject, suite, plan } = report.header;
  const { counts, stopped } = report.footer;
  const counted = verdicts.map((one) => `${counts[one]} ${verdictWords[one]}`).join(', ');
  const paragraphs = [
    `# ${verdictTitle(report)}: ${inlineCode(subject.name)} ${inlineCode(subject.version)}`,
    verdictSentences(report).join(' '),
    ...(stopped === null ? [] : [`**The run broke off:** ${inlineCode(stopped)}`]),
    `${plan.planned} cases: ${counted}.`,
    `Asked by ${inlineCode(suite.name)} ${inlineCode(suite.version)} with the seed ${inlineCode(plan.seed)}.`,
  ];
  return [`${paragraphs.join('\n\n')}\n`];
}

/** From here on a reader wants to know whether it is one mistake or many. */
const manyFailures = 10;

function commonCauses(cases: readonly CaseLine[]): readonly string[] {
  if (cases.filter(isFailure).length <= manyFailures) return [];
  const tally = new CauseTally();
  for (const line of cases) tally.see(line);
  const { causes, others } = tally.top();
  if (causes.length === 0) return [];
  const rows = causes.map(({ sentence, count }) => `- ${count} × ${inlineCode(sentence)}\n`);
  return ['\nThe most frequent causes:\n\n', ...rows, ...(others === 0 ? [] : [`- ${others} in other ways\n`])];
}

type Columns = Readonly<Record<string, (line: CaseLine) => string>>;

const columns: Columns = {
  case: ({ id }) => id,
  expected: ({ expected }) => expected.text,
  observed: ({ observed }) => observed.text,
};

function texts(title: string, bytes: number, lines: readonly CaseLine[], shown: Columns = columns): readonly string[] {
  const cellsOf = (line: CaseLine) => Object.values(shown).map((textOf) => cellCode(textOf(line)));
  return tableSection(title, Object.keys(shown), new ByteBudget(bytes), lines, cellsOf);
}

function adapter({ cases, footer }: Report): readonly string[] {
  if (footer.diagnoses.length === 0) return [];
  const rows = footer.diagnoses.map(({ code, count, detail }) => {
    const { severity, text } = diagnoses[code];
    const first = cases.find(({ observed }) => observed.diagnosis === code)?.id;
    return tableRow([
      severity,
      `\`${code}\``,
      text,
      `${count}`,
      cellCode(detail),
      first === undefined ? '' : cellCode(first),
    ]);
  });
  const columns = ['severity', 'code', 'what is wrong', 'times', 'first seen as', 'first case'];
  return ['\n## The adapter\n\n', tableHead(columns), ...rows];
}

function requirementTable({ footer }: Report): readonly string[] {
  const rows = requirementSets.map((set) => {
    const judged = footer.requirements.filter((one) => one.set === set);
    const counted = requirementStatuses.map((status) => judged.filter((one) => one.status === status).length);
    return tableRow([set, ...counted.map(String)]);
  });
  return ['\n## Requirements\n\n', tableHead(['set', ...requirementStatuses]), ...rows];
}
