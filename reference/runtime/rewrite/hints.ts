import { ByteWriter } from './byte-writer.ts';

/** Where the checks of each function branch, as the section that an engine is told so by writes it. */
export class Hints {
  readonly written = new ByteWriter(1024);
  functions = 0;

  /** Counted from the start of the function's new body. */
  add(index: number, offsets: readonly number[]): void {
    if (offsets.length === 0) return;
    this.functions++;
    this.written.u32(index);
    this.written.u32(offsets.length);
    for (const offset of offsets) {
      this.written.u32(offset);
      // One byte of value: not likely.
      this.written.operator(0x01, 0x00);
    }
  }
}
