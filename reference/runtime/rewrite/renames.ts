import type { ByteWriter } from './byte-writer.ts';

/** Where, in what is not copied yet, a local is named that gets another index; it takes a byte, as the old one does. */
export class Renames {
  readonly #places: number[] = [];
  #count = 0;
  #name = 0;

  begin(name: number): void {
    this.#name = name;
    this.#count = 0;
  }

  add(place: number): void {
    this.#places[this.#count++] = place;
  }

  /** In the copy, which stands so much further on. */
  apply(out: ByteWriter, further: number): void {
    for (let i = 0; i < this.#count; i++) out.put((this.#places[i] ?? 0) + further, this.#name);
    this.#count = 0;
  }

  forget(): void {
    this.#count = 0;
  }
}
