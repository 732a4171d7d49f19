import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf, needsOf } from '../recipe/case-index.ts';
import { type ExpectedKind, type ObservedKind, verdictTable } from '../runner/verdict-table.ts';
import type { Verdict } from '../verdict.ts';
import type { CaseLine } from './lines.ts';

/** The verdict that what was expected and what was observed come to. */
export function dueVerdict({ expected, observed }: CaseLine): Verdict {
  // Where no value was expected there is none to differ, so one row of the table does for both.
  const kind: ExpectedKind = expected.outcome === 'ok' ? 'value' : expected.outcome;
  return verdictTable[kind][observedKind(expected, observed)];
}

function observedKind(expected: CaseLine['expected'], observed: CaseLine['observed']): ObservedKind {
  const { outcome, reason } = observed;
  // Whether the value was the right one is not in the line but for the text.
  if (outcome === 'ok') return observed.text === 'ok' ? 'ok' : 'ok, another value';
  if (outcome !== 'reject') return outcome;
  if (reason === undefined || expected.reason === undefined) return 'reject, another reason';
  if (reason === expected.reason) return 'reject, the code';
  return reason === reasons[expected.reason].family ? 'reject, its family' : 'reject, another reason';
}

/** Whether nothing was expected for a reason that there is: it names features, and the subject declares none of them. */
export function isRightlyUnscored({ expected }: CaseLine, declared: readonly string[]): boolean {
  const { outcome, undeclared } = expected;
  if (undeclared === undefined) return true;
  return outcome === 'observe' && undeclared.length > 0 && !undeclared.some((feature) => declared.includes(feature));
}

/** Whether the line is about this case: what it proves, and what is expected of it where these features are declared. */
export function isAbout(line: CaseLine, one: Case, index: CaseIndex, declared: readonly string[]): boolean {
  const { requirements, expected } = line;
  const undeclared = needsOf(one, index).filter((feature) => !declared.includes(feature));
  const isObserved = undeclared.length > 0;
  return (
    expected.outcome === (isObserved ? 'observe' : outcomes[one.kind]) &&
    expected.reason === (isObserved ? undefined : codeOf(one, index)) &&
    isSame(expected.undeclared ?? [], undeclared) &&
    isSame(requirements, one.proves)
  );
}

const outcomes = { accepted: 'ok', changed: 'ok', rejected: 'reject', ordered: 'reject', observed: 'observe' } as const;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
