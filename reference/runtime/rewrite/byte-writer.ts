/** Up to so many bytes a loop is faster than what it takes to describe the range. */
const shortest = 80;

/** Bytes that are being written, in a buffer that grows. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #first: number;
  length: number;

  /** What is written later and stands ahead of all the rest has its place in front; it is counted into the length. */
  constructor(capacity: number, front = 0) {
    this.#bytes = new Uint8Array(front + capacity);
    this.#first = front;
    this.length = front;
  }

  u8(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = byte;
  }

  /** In place of a byte that was written before. */
  put(at: number, byte: number): void {
    this.#bytes[at] = byte;
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

  /** An operator and its index; most of what is written is that, and most indices take a byte. */
  operator(opcode: number, index: number): void {
    const at = this.length;
    if (index >= 0x80 || at + 2 > this.#bytes.length) {
      this.u8(opcode);
      this.u32(index);
      return;
    }
    this.#bytes[at] = opcode;
    this.#bytes[at + 1] = index;
    this.length = at + 2;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.length + length > this.#bytes.length) this.#grow(length);
    const bytes = this.#bytes;
    const at = this.length;
    if (length > shortest) bytes.set(from.subarray(start, end), at);
    else for (let i = 0; i < length; i++) bytes[at + i] = from[start + i] ?? 0;
    this.length = at + length;
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
  fillSize(start: number, more = 0): void {
    const size = this.length - start + more;
    for (let i = 0; i < 4; i++) this.#bytes[start - 4 + i] = ((size >>> (7 * i)) & 0x7f) | (i < 3 ? 0x80 : 0);
  }

  /** Takes back all that came after `length`. */
  rewind(length: number): void {
    this.length = length;
  }

  /** Stands ahead of what was written so far. */
  precede(bytes: Uint8Array): void {
    if (bytes.length > this.#first) this.#grow(0, bytes.length - this.#first);
    this.#first -= bytes.length;
    this.#bytes.set(bytes, this.#first);
  }

  /** A view of what was written; the next write may move it. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(this.#first, this.length);
  }

  #grow(length: number, front = 0): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + length + 64) + front);
    grown.set(this.view(), this.#first + front);
    this.#first += front;
    this.length += front;
    this.#bytes = grown;
  }
}
