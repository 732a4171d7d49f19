import { createHash } from 'node:crypto';
import type { Requirement } from '#spec/generated/requirements.ts';
import { diagnoses } from '../../diagnosis.ts';
import { levelOf } from '../../plan/selection.ts';
import type { CaseLine, DiagnosisCount, Report } from '../lines.ts';
import { differenceText, evidenceWithin, shownId } from './case-text.ts';
import type { RenderOptions } from './options.ts';
import { headRequirement, requirementOf } from './requirement-of.ts';
import { suiteOf } from './suite-of.ts';
import { times } from './times.ts';
import { shown, visible } from './visible.ts';

/**
 * SARIF 2.1.0: a rule for each requirement of the run, and a result for each failure; a known one is suppressed. The
 * place of a result is the chapter that asks for it, since a report knows nothing of the subject's files.
 */
export function renderSarif(report: Report, options: RenderOptions = {}): string {
  const { header, footer, cases } = report;
  const rules = [...new Set(footer.requirements.map(({ id }) => id))].flatMap((id) => requirementOf(id) ?? []);
  const ruleIndex = new Map<string, number>(rules.map(({ id }, index) => [id, index]));
  const evidenceOf = evidenceWithin(header.plan, options, withoutLinks);
  const failures = cases.filter(({ verdict }) => verdict === 'fail');
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { ...suiteOf(header), rules: rules.map(ruleOf) },
        },
        automationDetails: { id: 'palyra-conformance/' },
        originalUriBaseIds: { [suiteRoot]: { description: { text: 'The package of the suite.' } } },
        invocations: [
          {
            executionSuccessful: footer.stopped === null,
            toolExecutionNotifications: [...stopNotes(report), ...footer.diagnoses.map(notificationOf)],
          },
        ],
        results: failures.map((line) => resultOf(line, ruleIndex, evidenceOf)),
        properties: {
          verdict: footer.verdict,
          subject: { name: visible(header.subject.name), version: visible(header.subject.version) },
        },
      },
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const suiteRoot = 'PALYRA_CONFORMANCE';
const sarifLevels = { must: 'error', should: 'warning', may: 'note' } as const;

function ruleOf(requirement: Requirement) {
  const { id, keyword, set, area, since, text, why } = requirement;
  return {
    id,
    shortDescription: { text },
    fullDescription: { text: `${text} Why: ${why}` },
    help: { text: `${text}\n\nWhy: ${why}\n\npalyra-conformance explain ${id}` },
    defaultConfiguration: { level: sarifLevels[levelOf(requirement)] },
    properties: { tags: [set, area], keyword, since },
  };
}

function resultOf(line: CaseLine, ruleIndex: ReadonlyMap<string, number>, evidenceOf: (line: CaseLine) => string) {
  const { id, requirements, observed, known } = line;
  const head = headRequirement(requirements);
  const index = head === undefined ? undefined : ruleIndex.get(head.id);
  const heading = withoutLinks(`${shownId(id)}: ${differenceText(line)}`);
  return {
    ...(head === undefined ? {} : { ruleId: head.id }),
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: head === undefined ? 'error' : sarifLevels[levelOf(head)],
    message: { text: `${heading}\n${evidenceOf(line)}`.trimEnd() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: head?.chapter ?? 'spec/introduction.md', uriBaseId: suiteRoot },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: shownId(id), kind: 'member' }],
      },
    ],
    // Of the case alone: the same failure stays the same alert while the answer or the version of the subject changes.
    partialFingerprints: { 'palyraCase/v1': createHash('sha256').update(id).digest('hex') },
    ...(known === undefined ? {} : { suppressions: [{ kind: 'external', justification: shown(known) }] }),
    properties: { outcome: observed.outcome, requirements },
  };
}

function stopNotes({ footer: { stopped } }: Report) {
  return stopped === null
    ? []
    : [{ level: 'error', message: { text: withoutLinks(`The run broke off: ${shown(stopped, 300)}`) } }];
}

function notificationOf({ code, count, detail }: DiagnosisCount) {
  const { severity, text } = diagnoses[code];
  return {
    descriptor: { id: code },
    level: severity,
    message: { text: withoutLinks(`${text} (${times(count)}): ${shown(detail, 300)}`) },
  };
}

/** In a message, `[text](target)` is a link and `{0}` a placeholder. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (').replace(/\{(?=\d+\})/g, '{ ');
}
