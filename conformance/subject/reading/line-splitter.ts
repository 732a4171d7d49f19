const lineFeed = 0x0a;

/** Cuts a stream of bytes into lines, and keeps of an unfinished one no more than a line may have. */
export class LineSplitter {
  readonly #limit: number;
  #kept: Buffer = Buffer.alloc(0);
  #length = 0;
  #isTooLong = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a line was longer than it may be; nothing is read after that. */
  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /** What came after the last line feed. */
  get unfinished(): Uint8Array {
    return this.#kept.subarray(0, this.#length);
  }

  /** The lines that this chunk ends, without their line feeds; they may share its memory. */
  take(chunk: Buffer): readonly Uint8Array[] {
    const lines: Uint8Array[] = [];
    let start = 0;
    while (!this.#isTooLong) {
      const end = chunk.indexOf(lineFeed, start);
      const part = chunk.subarray(start, end === -1 ? chunk.length : end);
      if (this.#length + part.length > this.#limit) {
        this.#isTooLong = true;
      } else if (end === -1) {
        this.#keep(part);
        break;
      } else {
        lines.push(this.#finish(part));
        start = end + 1;
      }
    }
    return lines;
  }

  #finish(part: Uint8Array): Uint8Array {
    if (this.#length === 0) return part;
    this.#keep(part);
    const line = Buffer.from(this.unfinished);
    this.#length = 0;
    return line;
  }

  #keep(part: Uint8Array): void {
    const length = this.#length + part.length;
    if (length > this.#kept.length) {
      const larger = Buffer.allocUnsafe(Math.min(this.#limit, Math.max(2 * length, 4096)));
      larger.set(this.unfinished);
      this.#kept = larger;
    }
    this.#kept.set(part, this.#length);
    this.#length = length;
  }
}
