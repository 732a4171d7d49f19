import { frame, type Labels } from './labels.ts';

/** Looking ahead from every end of a deep nest would take the square of its depth. */
const deepest = 16;

/** The `if`s with which one function ends, in whose arms nothing is left to do but to give its results. */
export class LastIfs {
  readonly #bytes: Uint8Array;
  /** Where their operators stand. */
  readonly #places = new Set<number>();
  #results = 0;
  #areKnown = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** They are found in one pass over a function, and made use of in the next. */
  get areNew(): boolean {
    return !this.#areKnown && this.#places.size > 0;
  }

  reset(results: number): void {
    this.#results = results;
  }

  begin(areKnown: boolean): void {
    this.#areKnown = areKnown;
    if (!areKnown && this.#places.size > 0) this.#places.clear();
  }

  has({ places }: Labels, top: number): boolean {
    return this.#areKnown && this.#places.has(places[top] ?? 0);
  }

  /** At the end of an `else`. */
  look(labels: Labels, top: number, end: number): void {
    if (this.#endsFunction(labels, top, end)) this.#places.add(labels.places[top] ?? 0);
  }

  /** Whether nothing but the ends of other arms without branches comes behind this one. */
  #endsFunction({ branched, kinds, places }: Labels, top: number, end: number): boolean {
    if (kinds[0] !== frame.function || top > deepest) return false;
    for (let i = 0; i < top; i++) if (this.#bytes[end + i] !== 0x0b) return false;
    for (let i = 1; i <= top; i++) {
      if (kinds[i] !== frame.else || branched[i] || !this.#givesResults(places[i] ?? 0)) return false;
    }
    return true;
  }

  /** Whether it gives all results of the function, so that nothing else is left on the operand stack below them. */
  #givesResults(place: number): boolean {
    const type = this.#bytes[place + 1] ?? 0;
    return this.#results === 0 ? type === 0x40 : this.#results === 1 && type > 0x40 && type < 0x80;
  }
}
