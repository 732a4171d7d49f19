/** How much of a text of limited size is left. The first part that finds no room ends it. */
export class ByteBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  get spent(): boolean {
    return this.#left < 0;
  }

  take(part: string): boolean {
    if (!this.spent) this.#left -= Buffer.byteLength(part);
    return !this.spent;
  }
}
