import type { Case } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { codeOf, indexCases, recipeOf } from '#conformance/recipe/case-index.ts';
import { originOf } from '#conformance/runner/origin.ts';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
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
  /** Of an observed case: what shipping software was measured to do. */
  readonly shipping?: string;
  readonly requirements: readonly RequirementId[];
  readonly twin?: string;
  readonly edit?: string;
  readonly note?: string;
}

const index = indexCases(cases);
const world = makeWorld(frozenSeed, parametersOf('shipped'));

export function caseFacts(one: Case): CaseFacts {
  const recipe = recipeOf(one, index, world);
  if (!recipe.ok) throw new Error(`${one.id} cannot be built: ${JSON.stringify(recipe.complaint)}`);
  const { id, kind, proves, note } = one;
  const reason = codeOf(one, index);
  return {
    id,
    kind,
    operation: recipe.value.operation,
    expected: kind === 'observed' ? 'observe' : reason === undefined ? 'ok' : 'reject',
    ...(reason === undefined ? {} : { reason }),
    ...(kind === 'observed' ? { shipping: one.shipping } : {}),
    requirements: proves,
    ...originOf(one, index, world),
    ...(note === undefined ? {} : { note }),
  };
}

export function expectedText({ expected, reason, shipping }: CaseFacts): string {
  if (expected === 'observe') return `observed only; shipping software: ${shipping}`;
  return expected === 'ok' ? 'ok' : `reject ${reason}`;
}
