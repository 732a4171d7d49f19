/** Up to so many bytes a loop is faster than what it takes to describe the range. */
const shortest = 40;

/** Bytes that are being written, in a buffer that grows. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity);
  }

  u8(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = byte;
  }

  u32(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  /** A signed number of any width, as far as it is a safe integer. */
  signed(value: number): void {
    let rest = value;
    while (rest < -0x40 || rest >= 0x40) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.u8(rest & 0x7f);
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.length + length > this.#bytes.length) this.#grow(length);
    if (length > shortest) this.#bytes.set(from.subarray(start, end), this.length);
    else for (let i = 0; i < length; i++) this.#bytes[this.length + i] = from[start + i] ?? 0;
    this.length += length;
  }

  append(bytes: ArrayLike<number>): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    if (bytes.length > shortest) this.#bytes.set(bytes, this.length);
    else for (let i = 0; i < bytes.length; i++) this.#bytes[this.length + i] = bytes[i] ?? 0;
    this.length += bytes.length;
  }

  name(text: string): void {
    const bytes = Buffer.from(text);
    this.u32(bytes.length);
    this.append(bytes);
  }

  /** Leaves room for a size that is known later. Four bytes hold any size below 2^28. */
  reserveSize(): number {
    this.append([0x80, 0x80, 0x80, 0x00]);
    return this.length;
  }

  /** Writes the size of all that came since `reserveSize` gave `start`. */
  fillSize(start: number): void {
    const size = this.length - start;
    for (let i = 0; i < 4; i++) this.#bytes[start - 4 + i] = ((size >>> (7 * i)) & 0x7f) | (i < 3 ? 0x80 : 0);
  }

  /** Takes back all that came after `length`. */
  rewind(length: number): void {
    this.length = length;
  }

  /** A view of what was written; the next write may move it. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(length: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + length + 64));
    grown.set(this.view());
    this.#bytes = grown;
  }
}
