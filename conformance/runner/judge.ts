import type { FailureCode } from '#spec/failure.ts';
import type { WireValue } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { ArchiveExpectation } from '../case.ts';
import type { Outcome } from '../outcome.ts';
import { archiveMismatch } from '../recipe/open-archive.ts';
import type { ExpectedText, ObservedText } from '../report/lines.ts';
import type { Verdict } from '../verdict.ts';
import { describeValue } from './describe-value.ts';
import { fieldsOf, firstMismatch, type Mismatch } from './match.ts';
import { type ExpectedKind, type ObservedKind, verdictTable } from './verdict-table.ts';

/** What a case expects in one world, once its recipe has been built. */
export type Expectation =
  | AcceptedExpectation
  | { readonly outcome: 'reject'; readonly code: FailureCode }
  | { readonly outcome: 'observe'; readonly shipping: string };

interface AcceptedExpectation {
  readonly outcome: 'ok';
  readonly value: WireValue | undefined;
  readonly archive: ArchiveExpectation | undefined;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly expected: ExpectedText;
  readonly observed: ObservedText;
}

export function judge(expectation: Expectation, outcome: Outcome): Judgement {
  const difference = differenceFrom(expectation, outcome);
  return {
    verdict: verdictTable[expectedKind(expectation)][observedKind(expectation, outcome, difference)],
    expected: describeExpectation(expectation),
    observed: describeOutcome(outcome, difference),
  };
}

function expectedKind(expectation: Expectation): ExpectedKind {
  if (expectation.outcome !== 'ok') return expectation.outcome;
  return expectation.value === undefined && expectation.archive === undefined ? 'ok' : 'value';
}

function observedKind(expectation: Expectation, outcome: Outcome, difference: string | undefined): ObservedKind {
  if (outcome.outcome === 'ok') return difference === undefined ? 'ok' : 'ok, another value';
  if (outcome.outcome !== 'reject') return outcome.outcome;
  if (expectation.outcome !== 'reject') return 'reject, another reason';
  if (outcome.reason === expectation.code) return 'reject, the code';
  // A subject whose own errors are no finer may name the family; naming another code of it is a wrong reason.
  return outcome.reason === reasons[expectation.code].family ? 'reject, its family' : 'reject, another reason';
}

function differenceFrom(expectation: Expectation, outcome: Outcome): string | undefined {
  if (expectation.outcome !== 'ok' || outcome.outcome !== 'ok') return undefined;
  const { value, archive } = expectation;
  return (
    (value === undefined ? undefined : describeMismatch(firstMismatch(value, outcome.value))) ??
    (archive === undefined ? undefined : artifactMismatch(archive, outcome.value))
  );
}

function describeMismatch(mismatch: Mismatch | undefined): string | undefined {
  if (mismatch === undefined) return undefined;
  const { path, expected, actual } = mismatch;
  return `${path} is ${describeValue(actual)} instead of ${describeValue(expected)}`;
}

function artifactMismatch(expected: ArchiveExpectation, actual: WireValue): string | undefined {
  const bytes = fieldsOf(actual)?.get('artifact');
  if (!(bytes instanceof Uint8Array)) return `value.artifact is ${describeValue(bytes)} instead of bytes`;
  const place = archiveMismatch(bytes, expected);
  return place === undefined ? undefined : `another ${place}`;
}

function describeExpectation(expectation: Expectation): ExpectedText {
  switch (expectation.outcome) {
    case 'ok':
      return { outcome: 'ok', text: expectedKind(expectation) === 'ok' ? 'ok' : 'ok with a value' };
    case 'reject':
      return { outcome: 'reject', reason: expectation.code, text: `reject ${expectation.code}` };
    case 'observe':
      return { outcome: 'observe', text: `observed only (shipping software: ${expectation.shipping})` };
  }
}

function describeOutcome(seen: Outcome, difference: string | undefined): ObservedText {
  const { outcome } = seen;
  switch (seen.outcome) {
    case 'ok':
      return { outcome, text: difference === undefined ? 'ok' : `ok, but ${difference}` };
    case 'reject': {
      const text = `reject ${seen.reason === '' ? 'without a reason' : short(seen.reason)}`;
      const native = seen.native === '' ? {} : { native: short(seen.native) };
      return { outcome, reason: short(seen.reason), text, ...native };
    }
    case 'unsupported':
      return { outcome, text: `unsupported: ${short(seen.feature)}` };
    case 'fault':
      return { outcome, text: `fault: ${short(seen.message)}` };
    case 'crash':
    case 'timeout':
    case 'protocol-error': {
      const { diagnosis, stderr } = seen;
      const text = `${outcome}: ${diagnosis.detail}`;
      return { outcome, diagnosis: diagnosis.code, text, ...(stderr === '' ? {} : { stderr }) };
    }
    case 'not-run':
      return { outcome, text: `not run: ${seen.why}` };
    case 'flaky':
      return {
        outcome,
        diagnosis: seen.diagnosis.code,
        text: `${seen.first}, then ${seen.later}: ${seen.diagnosis.detail}`,
      };
    case 'harness-error':
      return { outcome, text: `the suite failed: ${short(seen.message)}` };
    default:
      return seen satisfies never;
  }
}

const longest = 2000;

/** What a subject says may be as long as a line of the protocol; a report holds the beginning of it. */
function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
}
