import { groupBy } from './group.ts';
import type { PageCase, PageData } from './model.ts';

/** Cases that went wrong in the same way. */
export interface Cause {
  readonly sentence: string;
  readonly cases: readonly PageCase[];
}

/** What went wrong, the most frequent first; failures before what was not answered. */
export function causesOf(cases: readonly PageCase[], diagnoses: PageData['diagnoses']): readonly Cause[] {
  const wrong = cases.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'observed');
  const groups = groupBy(wrong, (one) => causeOf(one, diagnoses));
  const failed = ({ cases: [first] }: Cause) => (first?.verdict === 'fail' ? 1 : 0);
  return [...groups]
    .map(([sentence, members]) => ({ sentence, cases: members }))
    .sort((a, b) => failed(b) - failed(a) || b.cases.length - a.cases.length);
}

/** Why a case did not pass, in a sentence that other cases may share; codes stand between backticks. */
export function causeOf({ operation, expected, observed }: PageCase, diagnoses: PageData['diagnoses']): string {
  const { outcome, reason } = observed;
  if (observed.diagnosis) return `${capital(outcome)}: ${diagnoses[observed.diagnosis] ?? observed.diagnosis}`;
  if (outcome === 'unsupported') return `\`${operation}\` is not supported`;
  if (outcome === 'ok' && expected.reason) return `Accepted what must be refused as \`${expected.reason}\``;
  if (outcome === 'ok') return 'Accepted, with another value than expected';
  if (outcome === 'not-run' || outcome === 'harness-error') return capital(observed.text);
  if (outcome !== 'reject') return capital(outcome);
  const refused = reason ? `Refused as \`${reason}\`` : 'Refused without a reason';
  return expected.reason ? `${refused}, not as \`${expected.reason}\`` : `${refused} what must be accepted`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
