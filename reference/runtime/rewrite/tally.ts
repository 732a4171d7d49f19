import type { ByteWriter } from './byte-writer.ts';
import { countersOf, type FunctionCounters, type ProfileLayout, whole } from './profile-layout.ts';

/** Where the counters of a profile stand among the globals. */
export interface ProfileGlobals {
  readonly first: number;
  readonly layout: ProfileLayout;
}

const none: FunctionCounters = { self: 0, inclusive: 0, calls: 0, depth: 0 };

/**
 * Keeps the counters of a profile up to date in the code of one function. Fuel is put down to the function that
 * publishes it, so that all of them together have what the host sees. Nothing written here changes the operand stack,
 * and none of it is metered.
 */
export class Tally {
  readonly #out: ByteWriter;
  readonly #globals: ProfileGlobals;
  #function = 0;
  #counters = none;

  constructor(out: ByteWriter, globals: ProfileGlobals) {
    this.#out = out;
    this.#globals = globals;
  }

  begin(index: number): void {
    this.#function = index;
    this.#counters = countersOf(this.#globals.layout, index);
  }

  enter(): void {
    const { calls, depth, inclusive } = this.#counters;
    this.#change(calls, () => this.#constant(1));
    this.#change(inclusive, () => this.#totalWhereOutermost(), 0x7d);
    this.#change(depth, () => this.#constant(1));
  }

  /** `delta` leaves on the operand stack what has been consumed since the fuel was last published. */
  consume(delta: () => void): void {
    this.#change(whole.total, delta);
    this.#change(this.#counters.self, delta);
  }

  /** Once the fuel is published for the last time. */
  leave(): void {
    const { depth, inclusive } = this.#counters;
    this.#change(depth, () => this.#constant(-1));
    this.#change(inclusive, () => this.#totalWhereOutermost());
  }

  /** A check has failed; should the guest be stopped here, nobody else publishes what it consumed. */
  ask(): void {
    this.#constant(this.#function);
    this.#global(0x24, whole.checkedIn);
  }

  /** A function that calls itself has been on its way only once. */
  #totalWhereOutermost(): void {
    this.#global(0x23, whole.total);
    this.#constant(0);
    this.#global(0x23, this.#counters.depth);
    this.#out.append([0x50, 0x1b]);
  }

  #change(counter: number, by: () => void, operator = 0x7c): void {
    this.#global(0x23, counter);
    by();
    this.#out.u8(operator);
    this.#global(0x24, counter);
  }

  #global(opcode: number, counter: number): void {
    this.#out.u8(opcode);
    this.#out.u32(this.#globals.first + counter);
  }

  #constant(value: number): void {
    this.#out.u8(0x42);
    this.#out.signed(value);
  }
}
