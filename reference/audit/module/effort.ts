import type { RuntimeFailure } from '#spec/failure/runtime.ts';

const mostSteps = 2_000_000_000;
const mostTypes = 5000;

/**
 * AUD-BOUNDED: what a validator may be made to do for all modules of an artifact, since a few bytes can ask for very much of
 * it: it keeps the locals of a function, compares every value of a type at every branch, and in some engines every type
 * with every other one.
 */
export class Effort {
  #steps = mostSteps;
  #types = mostTypes;

  /** Nothing where it is granted; what is refused costs nothing. */
  spend(steps: number, types: number): RuntimeFailure | undefined {
    if (types > this.#types) return { code: 'runtime.too-large', what: 'types', limit: mostTypes };
    if (steps > this.#steps) return { code: 'runtime.too-large', what: 'values', limit: mostSteps };
    this.#steps -= steps;
    this.#types -= types;
    return undefined;
  }
}
