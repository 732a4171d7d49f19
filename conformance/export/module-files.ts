import type { World } from '#fixtures/world.ts';
import type { OperationInput } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, recipeOf } from '../recipe/case-index.ts';
import { isObject } from '../recipe/edit.ts';

type ModuleFile = readonly [name: 'module.wasm' | 'module.wat', content: Uint8Array | string];

/** The module of a call that runs one, as tools for modules read it: as it is sent, and as the case was written. */
export function moduleFiles(one: Case, input: object, index: CaseIndex, world: World): readonly ModuleFile[] {
  const recipe = recipeOf(one, index, world);
  if (!recipe.ok || recipe.value.operation !== 'runtime.run') return [];
  const { module } = input as OperationInput<'runtime.run'>;
  const { model } = recipe.value;
  const written = isObject(model) ? model['module'] : undefined;
  if (typeof written === 'string') return [['module.wat', module]];
  const wat = written !== undefined && isObject(written) ? written['wat'] : undefined;
  return [['module.wasm', module], ...(typeof wat === 'string' ? [['module.wat', `${wat}\n`] as const] : [])];
}
