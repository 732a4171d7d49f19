import { moduleCaps } from '#spec/constants.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import type { SizeCap } from '#spec/runtime.ts';
import { decodeUtf8 } from '../../text/utf8.ts';

/**
 * A cursor over a module that may be anything. The first thing that is wrong stays in `fault`; from then on the cursor
 * stands at its end, reads zeros, and whoever loops over it comes to an end soon.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;
  fault: RuntimeFailure | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  stop(failure: RuntimeFailure): void {
    this.fault ??= failure;
    this.at = this.bytes.length;
  }

  malformed(detail: string): void {
    this.stop({ code: 'runtime.malformed', offset: this.at, detail });
  }

  /** What can be read, and breaks a rule of validation that has to hold before the rest is looked at. */
  invalid(): void {
    this.stop({ code: 'runtime.invalid' });
  }

  u8(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) {
      this.malformed('the bytes end too early');
      return 0;
    }
    this.at++;
    return byte;
  }

  u32(): number {
    const byte = this.bytes[this.at];
    if (byte !== undefined && byte < 0x80) {
      this.at++;
      return byte;
    }
    return this.#unsigned(5, 0x0f);
  }

  /** Beyond 2^53 only the order of magnitude is right, which is all that sizes and offsets are asked for. */
  u64(): number {
    return this.#unsigned(10, 0x01);
  }

  /** Passes over a number in two's complement. */
  signed(bits: 32 | 33 | 64): void {
    const most = Math.ceil(bits / 7);
    for (let i = 1; i < most; i++) if (this.u8() < 0x80) return;
    // The last byte holds the sign in every bit that the number does not need.
    const unused = bits - 7 * (most - 1) - 1;
    const last = this.u8();
    if (last >= 0x80 || (last >> unused !== 0 && last >> unused !== 0x7f >> unused))
      this.malformed('a number too long');
  }

  skip(length: number): void {
    if (length > this.bytes.length - this.at) this.malformed('the bytes end too early');
    else this.at += length;
  }

  /** The number of items that follow; each takes a byte at least, so there cannot be more of them than bytes. */
  count(what: SizeCap): number {
    const count = this.u32();
    if (count > moduleCaps[what]) this.stop({ code: 'runtime.too-large', what, limit: moduleCaps[what] });
    else if (count > this.bytes.length - this.at) this.malformed(`more ${what} than bytes`);
    else return count;
    return 0;
  }

  name(): string {
    const length = this.count('name');
    const text = decodeUtf8(this.bytes.subarray(this.at, this.at + length));
    if (text === undefined) this.malformed('a name that is not UTF-8');
    else this.at += length;
    return text ?? '';
  }

  #unsigned(most: number, lastMax: number): number {
    let value = 0;
    let unit = 1;
    for (let i = 1; i < most; i++) {
      const byte = this.u8();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
    const last = this.u8();
    if (last > lastMax) this.malformed('a number too long');
    return value + last * unit;
  }
}
