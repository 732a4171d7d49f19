import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf } from '../recipe/case-index.ts';
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

/** Whether the line is about this case: what it proves, and what is expected of it. */
export function isAbout({ requirements, expected }: CaseLine, one: Case, index: CaseIndex): boolean {
  const outcome = { accepted: 'ok', rejected: 'reject', ordered: 'reject', observed: 'observe' }[one.kind];
  return (
    expected.outcome === outcome &&
    expected.reason === codeOf(one, index) &&
    requirements.length === one.proves.length &&
    requirements.every((id, at) => id === one.proves[at])
  );
}
