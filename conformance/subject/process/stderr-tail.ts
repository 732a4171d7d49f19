const keptBytes = 8 * 1024;

/** The end of what a subject wrote to standard error since it was last asked something. */
export class StderrTail {
  #kept: Buffer = Buffer.alloc(0);
  #total = 0;
  #hasFlooded = false;

  /** Whether there ever was more than is kept. */
  get hasFlooded(): boolean {
    return this.#hasFlooded;
  }

  add(chunk: Buffer): void {
    this.#total += chunk.length;
    this.#hasFlooded ||= this.#total > keptBytes;
    const both = chunk.length < keptBytes ? Buffer.concat([this.#kept, chunk]) : chunk;
    this.#kept = both.subarray(-keptBytes);
  }

  restart(): void {
    if (this.#total === 0) return;
    this.#kept = Buffer.alloc(0);
    this.#total = 0;
  }

  /** Lines of text without anything that a terminal would act upon. */
  text(): string {
    const lost = this.#total - this.#kept.length;
    const text = this.#kept
      .toString('utf8')
      .replace(/\r\n/g, '\n')
      .replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
    return lost === 0 ? text : `[${lost} bytes before this are not kept]\n${text}`;
  }
}
