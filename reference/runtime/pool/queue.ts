/** First in, first out, except for what is put back. */
export class Queue<T> {
  #waiting: T[] = [];
  #first = 0;
  readonly #again: T[] = [];

  add(item: T): void {
    this.#waiting.push(item);
  }

  /** What was taken last comes back first. */
  putBack(items: readonly T[]): void {
    this.#again.push(...items.toReversed());
  }

  take(): T | undefined {
    const again = this.#again.pop();
    if (again !== undefined) return again;
    const next = this.#waiting[this.#first];
    if (next !== undefined) this.#first++;
    // An array gives up its beginning slowly, so that is done rarely.
    if (this.#first > 1000 && this.#first * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#first);
      this.#first = 0;
    }
    return next;
  }
}
