import { diagnoses } from '../../diagnosis.ts';
import type { CaseLine, Report } from '../lines.ts';
import { groupByArea } from './by-area.ts';
import { differenceText, evidenceWithin, isFailure, shownId, skippedText } from './case-text.ts';
import type { RenderOptions } from './options.ts';
import { headRequirement } from './requirement-of.ts';
import { visible } from './visible.ts';

/** A suite for each area, and no times. What is not answered, not scored or known to fail is skipped, with a message. */
export function renderJunit(report: Report, options: RenderOptions = {}): string {
  const { header, footer, cases } = report;
  const name = `${header.subject.name} ${header.subject.version}: ${footer.verdict}`;
  const { tests, failures, errors } = tally(cases);
  const evidenceOf = evidenceWithin(header.plan, options, escapeXml);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, tests, failures, errors })}>`,
    ...groupByArea(cases).flatMap(([area, lines]) => [
      `  <testsuite${attributes({ name: area, ...tally(lines) })}>`,
      ...properties(report),
      ...lines.flatMap((line) => testCase(line, area, evidenceOf)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

type Fate = 'passed' | 'failure' | 'error' | 'skipped';

/** An answer that is not the right one is a failure, and no answer an error. */
function fateOf(line: CaseLine): Fate {
  if (!isFailure(line)) return line.verdict === 'pass' ? 'passed' : 'skipped';
  const { observed } = line;
  return observed.outcome === 'ok' || observed.outcome === 'reject' ? 'failure' : 'error';
}

function tally(lines: readonly CaseLine[]) {
  const fates = lines.map(fateOf);
  const count = (wanted: Fate) => fates.filter((fate) => fate === wanted).length;
  return { tests: lines.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function properties({ header: { suite, plan }, footer }: Report): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    ['suite', `${suite.name} ${suite.version}`],
    ['verdict', footer.verdict],
    ['sets', plan.sets.join(' ')],
    ['seed', plan.seed],
    ...(plan.shard === null ? [] : [['shard', plan.shard] as const]),
    ...(footer.stopped === null ? [] : [['stopped', footer.stopped] as const]),
    ...footer.diagnoses.map(({ code, detail }) => [code, `${diagnoses[code].text}: ${detail}`] as const),
  ];
  return [
    '    <properties>',
    ...named.map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
  ];
}

function testCase(line: CaseLine, area: string, evidenceOf: (line: CaseLine) => string): readonly string[] {
  const { id, requirements, observed } = line;
  const fate = fateOf(line);
  const classname = `${area}.${headRequirement(requirements)?.id ?? 'other'}`;
  const opening = `    <testcase${attributes({ name: shownId(id), classname })}`;
  if (fate === 'passed') return [`${opening}/>`];
  if (fate === 'skipped') {
    return [`${opening}>`, `      <skipped${attributes({ message: skippedText(line) })}/>`, '    </testcase>'];
  }
  const heading = attributes({ message: differenceText(line), type: observed.diagnosis ?? observed.outcome });
  return [`${opening}>`, `      <${fate}${heading}>${evidenceOf(line)}</${fate}>`, '    </testcase>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(visible(String(value)))}"`)
    .join('');
}

/** Of visible text: no character is left that XML cannot hold. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? '');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);
