/** Hands on what several workers finish in any order in the order it was planned, and holds back who is far ahead. */
export class InOrder<T> {
  readonly #emit: (value: T) => void;
  readonly #lead: number;
  readonly #finished = new Map<number, T>();
  #next = 0;
  #waiting: (() => void)[] = [];

  constructor(lead: number, emit: (value: T) => void) {
    this.#lead = lead;
    this.#emit = emit;
  }

  /** Resolves once the place is near enough to what is handed on next, which bounds what is kept. */
  async mayBegin(place: number): Promise<void> {
    while (place - this.#next > this.#lead) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  finish(place: number, value: T): void {
    this.#finished.set(place, value);
    for (let ready = this.#finished.get(this.#next); ready !== undefined; ready = this.#finished.get(this.#next)) {
      this.#finished.delete(this.#next++);
      this.#emit(ready);
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
