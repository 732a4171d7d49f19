import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { acceptedText } from '../runner/accepted-text.ts';
import type { PlannedCall } from '../runner/expectation.ts';
import type { AcceptedExpectation, CaseExpectation } from '../runner/judge.ts';
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

interface CaseFacts extends Pick<PlannedCall, 'operation' | 'expectation' | 'needs'> {
  readonly one: Case;
  readonly origin: Origin | undefined;
  readonly rerun: string;
}

export function caseReadme({ one, operation, expectation, needs, origin, rerun }: CaseFacts): string {
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
    ...(needs.length === 0
      ? []
      : [`Of a subject that does not declare ${needs.map((name) => `\`${name}\``).join(', ')} nothing is expected.`]),
    ...(expectation.outcome === 'ok' ? expectedWords(expectation) : []),
    ...twin,
    ...(operation === 'runtime.run'
      ? ['`module.wasm` is the module as it is sent, and `module.wat` its text where the case was written as one.']
      : []),
    `\`clause.md\` has the requirements behind it: ${one.proves.join(', ')}. Large bytes are in \`blobs/\`, under their SHA-256.`,
    'Ask this case alone:',
    `    ${rerun}`,
    'Or hand the transcript to an adapter, by hand or under a debugger; it names this folder, so `replay` is for where the folder has moved:',
    '    ./adapter < transcript.jsonl\n    palyra-conformance replay . -- ./adapter',
  ].join('\n\n')}\n`;
}

/** The words of `expected.json` that occur in this case. */
function expectedWords({ value, ofPage, archive, relation }: AcceptedExpectation): readonly string[] {
  const words = [
    ...(ofPage === undefined
      ? []
      : [
          '- `page`: a pattern like a `value`, for what the HTML of the answer says once it is read as a2ui-render.md has it.',
        ]),
    ...(value === undefined
      ? []
      : [
          '- `value`: the pattern that the value of the answer must fit. `has` is an object with these members and any others, `only` one with these and no others; a list has as many elements as there stand; everything else is exactly itself, and `1` and `1.0` differ.',
        ]),
    ...(archive === undefined
      ? []
      : [
          '- `archive`: the names in the archive of the answer, each with the SHA-256 of its content, or null for any.',
        ]),
    ...(relation === undefined
      ? []
      : [
          '- `relation`: how the `runs` of the answer hang together. `fuel`: each finishes, or stops with `limit` and 0 as `fuelLeft`; with the smallest of the `fuelBudgets` on which one finished, so do all with a larger one, with the same `exitCode`; those have as `fuelLeft` their budget less one price that is the same for all, or 0 where the price is more.',
        ]),
  ];
  return words.length === 0 ? [] : ['What the words of `expected.json` mean:', words.join('\n')];
}

function expectedSentence(expectation: CaseExpectation): string {
  switch (expectation.outcome) {
    case 'ok':
      return `It must be accepted: ${acceptedText(expectation)}. \`expected.json\` says all of it.`;
    case 'reject':
      return `It must be refused with \`${expectation.code}\`, or with the name of its family, \`${reasons[expectation.code].family}\`.`;
    case 'observe':
      return `Whatever is answered is only observed; of software in the field this is known: ${expectation.shipping}.`;
  }
}
