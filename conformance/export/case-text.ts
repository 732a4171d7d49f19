import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { requirements } from '#spec/generated/requirements.ts';
import type { Operation } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import type { Expectation } from '../runner/judge.ts';
import type { Origin } from '../runner/origin.ts';

/** The sentences that a case proves, and why they are there. */
export function clauseText(ids: readonly RequirementId[]): string {
  const clauses = requirements
    .filter(({ id }) => ids.includes(id))
    .map(({ id, keyword, set, since, chapter, text, why, failsAs }) =>
      [
        `# ${id}`,
        `${keyword} · ${set} · since ${since} · ${chapter}`,
        text,
        `Why: ${why}`,
        ...(failsAs.length === 0 ? [] : [`Fails as ${failsAs.map((code) => `\`${code}\``).join(', ')}.`]),
      ].join('\n\n'),
    );
  return `${clauses.join('\n\n')}\n`;
}

interface CaseFacts {
  readonly one: Case;
  readonly operation: Operation;
  readonly expectation: Expectation;
  readonly origin: Origin | undefined;
  readonly rerun: string;
}

export function caseReadme({ one, operation, expectation, origin, rerun }: CaseFacts): string {
  const twin =
    origin === undefined
      ? []
      : [
          `It was made from \`${origin.twin}\`, which is accepted. The change:`,
          `    ${origin.edit.replaceAll('\n', ' ')}`,
          'The call of that twin is in `twin.request.json` and `twin.transcript.jsonl`.',
        ];
  return `${[
    `# ${one.id}`,
    ...(one.note === undefined ? [] : [one.note]),
    `\`${operation}\` is called with the input in \`request.json\`. ${expectedSentence(expectation)}`,
    ...twin,
    `\`clause.md\` has the requirements behind it: ${one.proves.join(', ')}. Large bytes are in \`blobs/\`, under their SHA-256.`,
    'Ask this case alone:',
    `    ${rerun}`,
    'Or hand the transcript to an adapter, by hand or under a debugger; it names this folder, so `replay` is for where the folder has moved:',
    '    ./adapter < transcript.jsonl\n    palyra-conformance replay . -- ./adapter',
  ].join('\n\n')}\n`;
}

function expectedSentence(expectation: Expectation): string {
  switch (expectation.outcome) {
    case 'ok':
      return 'It must be accepted, with the value of `expected.json` where that has one.';
    case 'reject':
      return `It must be refused with \`${expectation.code}\`, or with the name of its family, \`${reasons[expectation.code].family}\`.`;
    case 'observe':
      return `Whatever is answered is only observed; of software in the field this is known: ${expectation.shipping}.`;
  }
}
