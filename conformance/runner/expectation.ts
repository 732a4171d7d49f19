import { conforms } from '#fixtures/shape.ts';
import type { World } from '#fixtures/world.ts';
import type { Feature } from '#spec/features.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';
import type { Case, Recipe } from '../case.ts';
import { buildInput } from '../recipe/build-input.ts';
import { type CaseIndex, codeOf, needsOf, recipeOf } from '../recipe/case-index.ts';
import type { Outcome } from '../recipe/complaint.ts';
import { modelShapes } from '../recipe/model-shapes.ts';
import type { Models } from '../recipe/models.ts';
import type { CaseExpectation, Expectation } from './judge.ts';

/** One call that is ready to be made, and what it must bring. */
export interface PlannedCall {
  readonly operation: Operation;
  /** Built when it is asked for: some inputs are large, and some subjects do not support their operation. */
  readonly input: () => OperationInput<Operation>;
  /** Of a subject that declares all that the case needs. */
  readonly expectation: CaseExpectation;
  readonly needs: readonly Feature[];
}

export function planCall(one: Case, index: CaseIndex, world: World): PlannedCall {
  const recipe = sound(one, recipeOf(one, index, world));
  const input = () => sound(one, buildInput(recipe, world));
  const expectation = expectationOf(one, recipe, index, world);
  return { operation: recipe.operation, input, expectation, needs: needsOf(one, index) };
}

/** What is expected of a subject that declares these features. */
export function expectationFor(
  { expectation, needs }: Pick<PlannedCall, 'expectation' | 'needs'>,
  declared: readonly string[],
): Expectation {
  const undeclared = needs.filter((feature) => !declared.includes(feature));
  return undeclared.length === 0 ? expectation : { outcome: 'observe', undeclared };
}

function expectationOf(one: Case, recipe: Recipe, index: CaseIndex, world: World): CaseExpectation {
  if (one.kind === 'observed') return { outcome: 'observe', shipping: one.shipping };
  const code = codeOf(one, index);
  if (code !== undefined) return { outcome: 'reject', code };
  const page = recipe.operation === 'a2ui.render' ? { ofPage: true as const } : {};
  const nothing = { ...page, value: undefined, archive: undefined, relation: undefined, budgets: budgetsOf(recipe) };
  if (one.kind === 'changed') return { ...nothing, outcome: 'ok', value: one.value(world) };
  if (one.kind !== 'accepted') throw new Error(`${one.id} expects no code`);
  const { relation } = one;
  return { ...nothing, outcome: 'ok', value: one.value?.(world), archive: one.archive?.(world), relation };
}

function budgetsOf({ operation, model }: Recipe): readonly bigint[] {
  const isRun = operation === 'runtime.run' && conforms<Models['runtime.run']>(modelShapes[operation], model);
  return isRun ? model.fuelBudgets : [];
}

/** The lint keeps every case sound, so a complaint here is a mistake of the suite and not of the subject. */
function sound<T>(one: Case, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${one.id} cannot be built: ${JSON.stringify(outcome.complaint)}`);
}
