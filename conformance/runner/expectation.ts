import type { World } from '#fixtures/world.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import { buildInput } from '../recipe/build-input.ts';
import { type CaseIndex, codeOf, recipeOf } from '../recipe/case-index.ts';
import type { Outcome } from '../recipe/complaint.ts';
import type { Expectation } from './judge.ts';

/** One call that is ready to be made, and what it must bring. */
export interface PlannedCall {
  readonly operation: Operation;
  /** Built when it is asked for: some inputs are large, and some subjects do not support their operation. */
  readonly input: () => OperationInput<Operation>;
  readonly expectation: Expectation;
}

export function planCall(one: Case, index: CaseIndex, world: World): PlannedCall {
  const recipe = sound(one, recipeOf(one, index, world));
  const input = () => sound(one, buildInput(recipe, world));
  return { operation: recipe.operation, input, expectation: expectationOf(one, index, world) };
}

function expectationOf(one: Case, index: CaseIndex, world: World): Expectation {
  if (one.kind === 'observed') return { outcome: 'observe', shipping: one.shipping };
  const code = codeOf(one, index);
  if (code !== undefined) return { outcome: 'reject', code };
  if (one.kind !== 'accepted') throw new Error(`${one.id} expects no code`);
  return { outcome: 'ok', value: one.value?.(world), archive: one.archive?.(world) };
}

/** The lint keeps every case sound, so a complaint here is a mistake of the suite and not of the subject. */
function sound<T>(one: Case, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${one.id} cannot be built: ${JSON.stringify(outcome.complaint)}`);
}
