import { createHash, type Hash } from 'node:crypto';
import type { World } from '#fixtures/world.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import type { RecipeValue } from '../case.ts';
import { buildInput } from '../recipe/build-input.ts';
import { type CaseIndex, recipeOf } from '../recipe/case-index.ts';
import { complain, done, type Outcome } from '../recipe/complaint.ts';

/** A case as it is put to a subject; the bytes are kept as a digest only, since some are many. */
export interface BuiltCase {
  readonly operation: Operation;
  readonly model: RecipeValue;
  readonly digest: string;
}

/** The cases of one world, each built once: a twin is compared with many others. */
export class BuiltCases {
  readonly #index: CaseIndex;
  readonly #world: World;
  readonly #built = new Map<string, Outcome<BuiltCase>>();

  constructor(index: CaseIndex, world: World) {
    this.#index = index;
    this.#world = world;
  }

  get(id: string): Outcome<BuiltCase> {
    const built = this.#built.get(id) ?? this.#build(id);
    this.#built.set(id, built);
    return built;
  }

  #build(id: string): Outcome<BuiltCase> {
    const one = this.#index.get(id);
    if (one === undefined) return complain({ problem: 'unknown case', id });
    const recipe = recipeOf(one, this.#index, this.#world);
    if (!recipe.ok) return recipe;
    const input = buildInput(recipe.value, this.#world);
    if (!input.ok) return input;
    const hash = createHash('sha256');
    const { operation, model } = recipe.value;
    addValue(hash, operation);
    addValue(hash, input.value);
    return done({ operation, model, digest: hash.digest('hex') });
  }
}

function addValue(hash: Hash, value: WireValue): void {
  if (value instanceof Uint8Array) {
    hash.update(`bytes ${value.length} `).update(value);
  } else if (Array.isArray(value)) {
    hash.update(`list ${value.length} `);
    for (const item of value) addValue(hash, item);
  } else if (typeof value === 'object' && value !== null) {
    const fields = [...(value instanceof Map ? value : Object.entries(value))];
    hash.update(`record ${fields.length} `);
    for (const [key, item] of fields) {
      addValue(hash, key);
      addValue(hash, item);
    }
  } else {
    const text = `${value}`;
    hash.update(`${typeof value} ${text.length} ${text}`);
  }
}
