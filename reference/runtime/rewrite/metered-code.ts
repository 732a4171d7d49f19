import type { ByteWriter } from './byte-writer.ts';

/** Where the things that metered code refers to stand in their index spaces. */
export interface MeterIndices {
  /** The global with the fuel as last published: it counts up to zero. */
  readonly published: number;
  /** The function that a failing check calls with the running count; what it gives back is the count to go on with. */
  readonly refill: number;
}

/**
 * The code of one function as it grows: what the guest wrote, copied in runs, and between the runs what keeps the
 * count. Nothing written here changes the operand stack, so it may stand before any operator.
 */
export class MeteredCode {
  readonly #out: ByteWriter;
  readonly #from: Uint8Array;
  readonly #indices: MeterIndices;
  #copied = 0;
  #local = 0;
  #start = 0;
  /** Where, counted from the start of its body, this function's checks branch. */
  hints: number[] = [];

  constructor(from: Uint8Array, out: ByteWriter, indices: MeterIndices) {
    this.#from = from;
    this.#out = out;
    this.#indices = indices;
  }

  /** `start` is where the body begins in the output, `copied` what of the input is in it already. */
  begin(start: number, copied: number, local: number): void {
    this.#start = start;
    this.#copied = copied;
    this.#local = local;
    this.hints = [];
  }

  /** All that the guest wrote before `at` is copied, and `at` itself is where the next run starts. */
  copyTo(at: number): void {
    this.#out.copy(this.#from, this.#copied, at);
    this.#copied = at;
  }

  /** What the guest wrote before `at` and was not copied yet is left out. */
  skipTo(at: number): void {
    this.#copied = at;
  }

  emit(bytes: readonly number[]): void {
    this.#out.append(bytes);
  }

  emitCall(index: number): void {
    this.#out.u8(0x10);
    this.#out.u32(index);
  }

  emitBlock(type: number): void {
    this.#out.u8(0x02);
    this.#out.signed(type);
  }

  /** The running count of this activation goes up by so much. */
  add(units: number): void {
    this.#countPlus(units);
    this.#out.u8(0x21);
    this.#out.u32(this.#local);
  }

  /** Everybody may see the running count now, plus what is still pending. */
  publish(pending: number): void {
    this.#countPlus(pending);
    this.#out.u8(0x24);
    this.#out.u32(this.#indices.published);
  }

  /** After a call the count is what the callee left. */
  reload(): void {
    this.#out.u8(0x23);
    this.#out.u32(this.#indices.published);
    this.#out.u8(0x21);
    this.#out.u32(this.#local);
  }

  /** At the entry of a function, whose own cost stays pending. */
  enter(pending: number): void {
    this.#out.u8(0x23);
    this.#out.u32(this.#indices.published);
    this.#out.u8(0x22);
    this.#out.u32(this.#local);
    this.#constant(pending);
    this.#out.u8(0x7c);
    this.#refillIfSpent(pending);
  }

  /** At the header of a loop, where nothing is pending. */
  check(): void {
    this.#out.u8(0x20);
    this.#out.u32(this.#local);
    this.#refillIfSpent(0);
  }

  /** Goes on only while the count on the operand stack is below zero; `pending` of it is not in the local yet. */
  #refillIfSpent(pending: number): void {
    this.#constant(0);
    this.#out.u8(0x59);
    this.hints.push(this.#out.length - this.#start);
    this.#out.u8(0x04);
    this.#out.u8(0x40);
    this.#countPlus(pending);
    this.emitCall(this.#indices.refill);
    if (pending !== 0) {
      this.#constant(pending);
      this.#out.u8(0x7d);
    }
    this.#out.u8(0x21);
    this.#out.u32(this.#local);
    this.#out.u8(0x0b);
  }

  #countPlus(units: number): void {
    this.#out.u8(0x20);
    this.#out.u32(this.#local);
    if (units === 0) return;
    this.#constant(units);
    this.#out.u8(0x7c);
  }

  #constant(value: number): void {
    this.#out.u8(0x42);
    this.#out.signed(value);
  }
}
