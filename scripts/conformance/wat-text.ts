import type { Case, RecipeValue } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { indexCases, recipeOf } from '#conformance/recipe/case-index.ts';
import { isObject } from '#conformance/recipe/edit.ts';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import { parametersOf } from './names-option.ts';

const longest = 1600;

/** Of the module that a case runs, where it is written as a text: the beginning of that text. */
export function watOf(one: Case): string | undefined {
  const recipe = recipeOf(one, index, world);
  if (!recipe.ok) return undefined;
  const { model } = recipe.value;
  const wat = memberAt(model, ['module', 'wat']) ?? memberAt(model, ['input', 'json', 'module_wat']);
  if (typeof wat !== 'string') return undefined;
  return wat.length > longest ? `${wat.slice(0, longest)}… (${wat.length} characters)` : wat;
}

const index = indexCases(cases);
const world = makeWorld(frozenSeed, parametersOf('shipped'));

function memberAt(model: RecipeValue, path: readonly string[]): RecipeValue | undefined {
  return path.reduce<RecipeValue | undefined>(
    (value, key) => (value !== undefined && isObject(value) ? value[key] : undefined),
    model,
  );
}
