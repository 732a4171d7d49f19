import { wireLimits } from '#spec/protocol.ts';
import { LineSplitter } from '../subject/reading/line-splitter.ts';

export type Heard =
  | { readonly kind: 'line'; readonly line: Uint8Array }
  /** The program has left; what it wrote after its last line feed. */
  | { readonly kind: 'left'; readonly unfinished: Uint8Array }
  | { readonly kind: 'too long' }
  | { readonly kind: 'silence' };

/** What a program writes, for somebody who takes it line by line. */
export class Output {
  readonly #splitter = new LineSplitter(wireLimits.lineBytes);
  readonly #lines: Uint8Array[] = [];
  #hasEnded = false;
  #wake: () => void = () => {};

  add(chunk: Buffer): void {
    for (const line of this.#splitter.take(chunk)) this.#lines.push(Buffer.from(line));
    this.#wake();
  }

  /** Nothing more can come. */
  end(): void {
    this.#hasEnded = true;
    this.#wake();
  }

  async next(ms: number): Promise<Heard> {
    const until = performance.now() + ms;
    for (;;) {
      const line = this.#lines.shift();
      if (line !== undefined) return { kind: 'line', line };
      if (this.#splitter.isTooLong) return { kind: 'too long' };
      if (this.#hasEnded) return { kind: 'left', unfinished: this.#splitter.unfinished };
      const left = until - performance.now();
      if (left <= 0) return { kind: 'silence' };
      await this.#change(left);
    }
  }

  #change(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
