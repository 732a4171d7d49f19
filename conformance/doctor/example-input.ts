import type { World } from '#fixtures/world.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';
import { cases } from '../cases/index.ts';
import { buildInput } from '../recipe/build-input.ts';

/** The input of the first accepted case of an operation. */
export function exampleInput(operation: Operation, world: World): OperationInput<Operation> {
  for (const one of cases) {
    if (one.kind !== 'accepted') continue;
    const recipe = one.given(world);
    if (recipe.operation !== operation) continue;
    const input = buildInput(recipe, world);
    if (input.ok) return input.value;
  }
  throw new Error(`no case accepts anything of ${operation}`);
}
