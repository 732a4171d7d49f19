import type { Case } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { codeOf, indexCases } from '#conformance/recipe/case-index.ts';
import { acceptedText } from '#conformance/runner/accepted-text.ts';
import { planCall } from '#conformance/runner/expectation.ts';
import { originOf } from '#conformance/runner/origin.ts';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Operation } from '#spec/operations.ts';
import { parametersOf } from './names-option.ts';

/** What is to be known of a case before anybody is asked. */
export interface CaseFacts {
  readonly id: string;
  readonly kind: Case['kind'];
  readonly operation: Operation;
  readonly expected: 'ok' | 'reject' | 'observe';
  readonly reason?: FailureCode;
  /** Of an accepted case that says something of the answer: what, in a few words. */
  readonly brings?: string;
  /** Of an observed case: what shipping software was measured to do. */
  readonly shipping?: string;
  /** Of a subject that does not declare all of these nothing is expected. */
  readonly needs?: readonly Feature[];
  readonly requirements: readonly RequirementId[];
  readonly twin?: string;
  readonly edit?: string;
  readonly note?: string;
}

const index = indexCases(cases);
const world = makeWorld(frozenSeed, parametersOf('shipped'));

export function caseFacts(one: Case): CaseFacts {
  const { operation, expectation, needs } = planCall(one, index, world);
  const { id, kind, proves, note } = one;
  const reason = codeOf(one, index);
  const brings = expectation.outcome === 'ok' ? acceptedText(expectation) : 'ok';
  return {
    id,
    kind,
    operation,
    expected: kind === 'observed' ? 'observe' : reason === undefined ? 'ok' : 'reject',
    ...(reason === undefined ? {} : { reason }),
    ...(brings === 'ok' ? {} : { brings }),
    ...(kind === 'observed' ? { shipping: one.shipping } : {}),
    ...(needs.length === 0 ? {} : { needs }),
    requirements: proves,
    ...originOf(one, index, world),
    ...(note === undefined ? {} : { note }),
  };
}

export function expectedText({ expected, reason, brings = 'ok', shipping, needs }: CaseFacts): string {
  if (expected === 'observe') return `observed only; shipping software: ${shipping}`;
  const text = expected === 'ok' ? brings : `reject ${reason}`;
  return needs === undefined ? text : `${text} (needs ${needs.join(', ')})`;
}

const mostListed = 48;

/** The same for a line of a list. */
export function expectedInShort({ needs, ...facts }: CaseFacts): string {
  const text = expectedText(facts);
  return text.length > mostListed ? `${text.slice(0, mostListed - 1)}…` : text;
}
