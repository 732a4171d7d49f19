import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { WireValue } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { ArchiveExpectation } from '../case.ts';
import type { Outcome } from '../outcome.ts';
import { readPage } from '../page/read-page.ts';
import { archiveMismatch } from '../recipe/open-archive.ts';
import type { Relation } from '../relation.ts';
import type { ExpectedText, ObservedText } from '../report/lines.ts';
import type { Verdict } from '../verdict.ts';
import { acceptedText } from './accepted-text.ts';
import { describeValue } from './describe-value.ts';
import { budgetText, fuelMismatch } from './fuel-relation.ts';
import { fieldsOf, firstMismatch, type Mismatch } from './match.ts';
import { short } from './short.ts';
import { type ExpectedKind, type ObservedKind, verdictTable } from './verdict-table.ts';

/** What a case expects in one world, once its recipe has been built. */
export type CaseExpectation =
  | AcceptedExpectation
  | { readonly outcome: 'reject'; readonly code: FailureCode }
  | { readonly outcome: 'observe'; readonly shipping: string };

/** What is expected of one subject: nothing where the case needs what it does not declare. */
export type Expectation = CaseExpectation | { readonly outcome: 'observe'; readonly undeclared: readonly Feature[] };

export interface AcceptedExpectation {
  readonly outcome: 'ok';
  readonly value: WireValue | undefined;
  /** The value is that of a page once it is read, and not of the HTML itself. */
  readonly ofPage?: true;
  readonly archive: ArchiveExpectation | undefined;
  readonly relation: Relation | undefined;
  /** Of a call that runs a module: what each of its runs may burn. */
  readonly budgets: readonly bigint[];
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
  const { value, archive, relation } = expectation;
  return [value, archive, relation].every((one) => one === undefined) ? 'ok' : 'value';
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
  const { archive, relation, budgets } = expectation;
  return (
    describeMismatch(valueMismatch(expectation, outcome.value), budgets) ??
    (archive === undefined ? undefined : artifactMismatch(archive, outcome.value)) ??
    (relation === undefined ? undefined : fuelMismatch(budgets, outcome.value))
  );
}

function valueMismatch({ value, ofPage }: AcceptedExpectation, actual: WireValue): Mismatch | undefined {
  if (value === undefined) return undefined;
  if (ofPage === undefined) return firstMismatch(value, actual);
  const html = fieldsOf(actual)?.get('html');
  return firstMismatch(value, typeof html === 'string' ? readPage(html) : {}, 'page');
}

function describeMismatch(mismatch: Mismatch | undefined, budgets: readonly bigint[]): string | undefined {
  if (mismatch === undefined) return undefined;
  const { path, expected, actual } = mismatch;
  const [, run] = /^value\.runs\[(\d+)\]/.exec(path) ?? [];
  const budget = run === undefined ? undefined : budgets[Number(run)];
  const when = budget === undefined ? '' : ` (${budgetText(Number(run), budget)})`;
  return `${path} is ${describeValue(actual)} instead of ${describeValue(expected)}${when}`;
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
      return { outcome: 'ok', text: acceptedText(expectation) };
    case 'reject':
      return { outcome: 'reject', reason: expectation.code, text: `reject ${expectation.code}` };
    case 'observe':
      return 'shipping' in expectation
        ? { outcome: 'observe', text: `observed only (shipping software: ${expectation.shipping})` }
        : undeclaredText(expectation.undeclared);
  }
}

function undeclaredText(undeclared: readonly Feature[]): ExpectedText {
  const text = `observed only: needs ${undeclared.join(', ')}, which the subject does not declare`;
  return { outcome: 'observe', undeclared, text };
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
