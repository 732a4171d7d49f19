import type { World } from '#fixtures/world.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import { cases } from '../cases/index.ts';
import { buildInput } from '../recipe/build-input.ts';
import { indexCases, needsOf, recipeOf } from '../recipe/case-index.ts';

export interface Question {
  readonly operation: Operation;
  readonly input: OperationInput<Operation>;
}

/** What a right implementation accepts, whatever it declares: the first accepted case of an operation. */
export function exampleOf(operation: Operation, world: World): Question {
  const [example] = examplesOf([operation], world, ['accepted']);
  if (example === undefined) throw new Error(`no case accepts anything of ${operation}`);
  return example;
}

/** Of each operation two inputs that a right implementation accepts, and one that it refuses. */
export function workedExamples(operations: readonly Operation[], world: World): readonly Question[] {
  return examplesOf(operations, world, ['accepted', 'accepted', 'rejected']);
}

const index = indexCases(cases);

function examplesOf(
  operations: readonly Operation[],
  world: World,
  wanted: readonly Case['kind'][],
): readonly Question[] {
  const missing = new Map(operations.map((operation) => [operation, [...wanted]]));
  const found: Question[] = [];
  for (const one of cases) {
    if (missing.size === 0) break;
    if (!wanted.includes(one.kind) || needsOf(one, index).length > 0) continue;
    const recipe = recipeOf(one, index, world);
    if (!recipe.ok) continue;
    const { operation } = recipe.value;
    const left = missing.get(operation);
    const place = left?.indexOf(one.kind) ?? -1;
    if (left === undefined || place < 0) continue;
    const input = buildInput(recipe.value, world);
    if (!input.ok) continue;
    found.push({ operation, input: input.value });
    left.splice(place, 1);
    if (left.length === 0) missing.delete(operation);
  }
  return found;
}
