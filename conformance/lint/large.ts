import type { World } from '#fixtures/world.ts';
import type { Case, RecipeValue } from '../case.ts';
import { type CaseIndex, recipeOf } from '../recipe/case-index.ts';
import { isList, isObject } from '../recipe/edit.ts';

/** Whether the input is built from megabytes of zeros, so that one world has to do for it. */
export function isLarge(one: Case, index: CaseIndex, world: World): boolean {
  const recipe = recipeOf(one, index, world);
  return recipe.ok && holdsManyZeros(recipe.value.model);
}

function holdsManyZeros(value: RecipeValue): boolean {
  if (isList(value)) return value.some(holdsManyZeros);
  if (!isObject(value)) return false;
  const { zeros } = value;
  return (typeof zeros === 'number' && zeros > 1_000_000) || Object.values(value).some(holdsManyZeros);
}
