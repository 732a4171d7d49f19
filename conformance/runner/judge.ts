import type { FailureCode } from '#spec/failure.ts';
import type { Reply, WireValue } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { ArchiveExpectation, Case } from '../case.ts';
import { archiveMismatch } from '../recipe/open-archive.ts';
import type { CaseResult, Verdict } from '../verdict.ts';
import { describeValue } from './describe-value.ts';
import { fieldsOf, firstMismatch, type Mismatch } from './match.ts';

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

interface Judgement {
  readonly verdict: Verdict;
  readonly observed: string;
}

export function judge(subjectCase: Case, expectation: Expectation, reply: Reply): CaseResult {
  const { id, proves } = subjectCase;
  const judgement = judgeReply(expectation, reply);
  const native = reply.outcome === 'reject' ? { native: reply.native } : {};
  return { id, proves, ...judgement, expected: describeExpectation(expectation), ...native };
}

function judgeReply(expectation: Expectation, reply: Reply): Judgement {
  if (reply.outcome === 'fault') return { verdict: 'fail', observed: `fault: ${reply.message}` };
  if (reply.outcome === 'unsupported') return { verdict: 'unsupported', observed: `unsupported: ${reply.feature}` };
  const observed = reply.outcome === 'ok' ? 'ok' : `reject ${reply.reason}`;
  switch (expectation.outcome) {
    case 'observe':
      return { verdict: 'observed', observed };
    case 'reject':
      return { verdict: isReason(expectation.code, reply) ? 'pass' : 'fail', observed };
    case 'ok':
      return reply.outcome === 'ok' ? judgeValue(expectation, reply.value) : { verdict: 'fail', observed };
  }
}

function judgeValue({ value, archive }: AcceptedExpectation, actual: WireValue): Judgement {
  const difference =
    (value === undefined ? undefined : describeMismatch(firstMismatch(value, actual))) ??
    (archive === undefined ? undefined : artifactMismatch(archive, actual));
  return difference === undefined
    ? { verdict: 'pass', observed: 'ok' }
    : { verdict: 'fail', observed: `ok, but ${difference}` };
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

/** A subject whose own errors are no finer may name the family of a code; naming another code is a wrong reason. */
function isReason(code: FailureCode, reply: Reply): boolean {
  return reply.outcome === 'reject' && (reply.reason === code || reply.reason === reasons[code].family);
}

function describeExpectation(expectation: Expectation): string {
  switch (expectation.outcome) {
    case 'ok':
      return expectation.value === undefined ? 'ok' : 'ok with a value';
    case 'reject':
      return `reject ${expectation.code}`;
    case 'observe':
      return `observed only (shipping software: ${expectation.shipping})`;
  }
}
