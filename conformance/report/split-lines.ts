export interface SplitLine {
  /** Without its line feed; null where the line is longer than any of a report. */
  readonly bytes: Uint8Array | null;
  /** False where the input ended first. */
  readonly ended: boolean;
}

/** Far above any line that a run writes: a greeting can be as long as a line of the protocol. */
const longestLine = 4 * 1024 * 1024;

const lineFeed = 0x0a;

/** Cuts chunks into lines; of a line that is too long, nothing is kept. */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #length = 0;

  *push(chunk: Uint8Array): Generator<SplitLine> {
    let start = 0;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, start)) {
      this.#keep(chunk.subarray(start, at));
      start = at + 1;
      yield this.#take(true);
    }
    // The caller may use the memory of the chunk again.
    this.#keep(Uint8Array.from(chunk.subarray(start)));
  }

  *end(): Generator<SplitLine> {
    if (this.#length > 0) yield this.#take(false);
  }

  #keep(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length > longestLine) this.#parts = [];
    else this.#parts.push(part);
  }

  #take(ended: boolean): SplitLine {
    const [only, ...more] = this.#parts;
    const bytes = only !== undefined && more.length === 0 ? only : Buffer.concat(this.#parts);
    const line = { bytes: this.#length > longestLine ? null : bytes, ended };
    this.#parts = [];
    this.#length = 0;
    return line;
  }
}
