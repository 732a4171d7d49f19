import { dashed } from './text.ts';

/**
 * A2C-IDS-UNIQUE: an id that is taken gets the first number from 2 on that makes it another one. It is cut before the
 * number is put behind it, so that it stays another one.
 */
export class UniqueIds {
  readonly #taken = new Set<string>();
  /** Where the search for a number begins: that of one id many times is linear. */
  readonly #next = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  take(base: string): string {
    if (!this.#taken.has(base)) return this.#keep(base);
    for (let number = this.#next.get(base) ?? 2; ; number++) {
      const suffix = `-${number}`;
      const candidate = dashed(base.slice(0, this.#most - suffix.length) + suffix);
      if (this.#taken.has(candidate)) continue;
      this.#next.set(base, number + 1);
      return this.#keep(candidate);
    }
  }

  #keep(id: string): string {
    this.#taken.add(id);
    return id;
  }
}
