import type { ByteWriter } from './byte-writer.ts';
import { Renames } from './renames.ts';
import { type ProfileGlobals, Tally } from './tally.ts';

/** Where the things that metered code refers to stand in their index spaces. */
export interface MeterIndices {
  /** The global with the fuel as last published: it counts up to zero. */
  readonly published: number;
  /** The function that a failing check calls with the running count; what it gives back is the count to go on with. */
  readonly refill: number;
  /** Nothing where no profile is wanted. */
  readonly profile: ProfileGlobals | undefined;
}

/** How a callee learns of the count. What a table is indexed with stands above all arguments. */
export type Passing = 'published' | 'given' | 'below' | 'below-wide';

/** What stands around a loop whose check leads out of it: a way past it, a way back to it, and the check's way out. */
export const framesApart = 3;

/**
 * The code of one function as it grows: what the guest wrote, copied in runs, and between the runs what keeps the
 * count. Nothing written here changes the operand stack, so it may stand before any operator.
 */
export class MeteredCode {
  readonly #out: ByteWriter;
  readonly #from: Uint8Array;
  readonly #indices: MeterIndices;
  readonly #tally: Tally | undefined;
  #copied = 0;
  #local = 0;
  #start = 0;
  /** Where, counted from the start of its body, this function's checks branch. */
  hints: number[] = [];
  readonly renames = new Renames();

  constructor(from: Uint8Array, out: ByteWriter, indices: MeterIndices) {
    this.#from = from;
    this.#out = out;
    this.#indices = indices;
    this.#tally = indices.profile && new Tally(out, indices.profile);
  }

  /** `start` is where the body begins in the output, `copied` what of the input is in it already. */
  begin(index: number, start: number, copied: number, local: number, name: number): void {
    this.#tally?.begin(index);
    this.#start = start;
    this.#copied = copied;
    this.#local = local;
    this.renames.begin(name);
    this.hints = [];
  }

  /** All that the guest wrote before `at` is copied, and `at` itself is where the next run starts. */
  copyTo(at: number): void {
    if (at === this.#copied) return;
    const further = this.#out.length - this.#copied;
    this.#out.copy(this.#from, this.#copied, at);
    this.#copied = at;
    this.renames.apply(this.#out, further);
  }

  /** What the guest wrote before `at` and was not copied yet is left out. */
  skipTo(at: number): void {
    this.#copied = at;
    this.renames.forget();
  }

  emit(bytes: readonly number[]): void {
    this.#out.append(bytes);
  }

  emitCall(index: number): void {
    this.#out.operator(0x10, index);
  }

  /** What the guest wrote between `at` and `end` is this operator instead. */
  replace(at: number, end: number, opcode: number, index: number): void {
    this.copyTo(at);
    this.#out.operator(opcode, index);
    this.skipTo(end);
  }

  replaceBlock(at: number, end: number, opcode: number, type: number): void {
    this.copyTo(at);
    this.emitBlock(opcode, type);
    this.skipTo(end);
  }

  emitBlock(opcode: number, type: number): void {
    this.#out.u8(opcode);
    this.#out.signed(type);
  }

  /** The running count of this activation goes up by so much. */
  add(units: number): void {
    this.#countPlus(units);
    this.#out.operator(0x21, this.#local);
  }

  /** Everybody may see the running count now, plus what is still pending. */
  publish(pending: number): void {
    this.#tally?.consume(() => {
      this.#countPlus(pending);
      this.#published(0x23);
      this.#out.u8(0x7d);
    });
    this.#countPlus(pending);
    this.#published(0x24);
  }

  /** As above, where control does not come back. */
  leave(pending: number): void {
    this.publish(pending);
    this.#tally?.leave();
  }

  /** Left on the operand stack, above the results for the caller, or above the arguments for a callee. */
  give(pending: number): void {
    this.#countPlus(pending);
  }

  pass(pending: number, passing: Passing): void {
    if (passing === 'published') this.publish(pending);
    else if (passing === 'given') this.give(pending);
    else this.#giveBelow(pending, passing === 'below-wide');
  }

  /** What is on top of the operand stack is the count from now on. */
  take(): void {
    this.#out.operator(0x21, this.#local);
  }

  /** After a call the count is what the callee published. */
  reload(): void {
    this.#published(0x23);
    this.take();
  }

  /** At the entry of a function, whose own cost stays pending. */
  enter(pending: number): void {
    this.#tally?.enter();
    this.reload();
    this.#countPlus(pending);
    this.#refillIfSpent(pending);
  }

  /** The same where the count is a parameter, which the caller has left for this function to publish. */
  enterWithCount(pending: number): void {
    this.#countPlus(pending);
    this.#refillIfSpent(pending, true);
  }

  /**
   * A loop of the guest, between `at` and `end`, in frames that keep what its check leads to out of it, since an
   * optimising compiler makes less of a loop in which something is called. They have the type of the loop, which takes
   * nothing.
   */
  openApart(at: number, end: number): void {
    this.copyTo(at);
    for (const opcode of [0x02, 0x03]) {
      this.#out.u8(opcode);
      this.#out.copy(this.#from, at + 1, end);
    }
    this.#out.append([0x02, 0x40]);
    this.copyTo(end);
    this.#countPlus(0);
    this.#isSpent();
    this.#out.append([0x0d, 1]);
  }

  /** Behind the end of such a loop: whoever came through it goes on, and a failed check goes back. */
  closeApart(): void {
    this.#out.append([0x0c, framesApart - 1, 0x0b]);
    this.#refill(0);
    this.#out.append([0x0c, 0, 0x0b, 0x0b]);
  }

  /** A loop of the guest, and the check at its header, where nothing is pending. */
  openLoop(at: number, end: number, type: number | undefined): void {
    if (type !== undefined) this.replaceBlock(at, end, 0x03, type);
    this.copyTo(end);
    this.#countPlus(0);
    this.#refillIfSpent(0);
  }

  /** Goes on only while the count on the operand stack is below zero; `pending` of it is not in the local yet. */
  #refillIfSpent(pending: number, owed = false): void {
    this.#isSpent();
    this.#out.append([0x04, 0x40]);
    if (owed) this.publish(0);
    this.#refill(pending);
    this.#out.u8(0x0b);
  }

  /** The local holds the index of the table, which is wide or not, while the count is put below it. */
  #giveBelow(pending: number, wide: boolean): void {
    this.publish(pending);
    if (!wide) this.#out.u8(0xad);
    this.take();
    this.#published(0x23);
    this.#countPlus(0);
    if (!wide) this.#out.u8(0xa7);
  }

  /** Asks it of the count on the operand stack, for the branch that is written next, which is not expected to be taken. */
  #isSpent(): void {
    this.#constant(0);
    this.#out.u8(0x59);
    this.hints.push(this.#out.length - this.#start);
  }

  /** Ahead of an operator that may take long. */
  weigh(pending: number, index: number): void {
    this.#tally?.ask();
    this.#countPlus(pending);
    this.emitCall(index);
  }

  #refill(pending: number): void {
    this.#tally?.ask();
    this.#countPlus(pending);
    this.emitCall(this.#indices.refill);
    if (pending !== 0) {
      this.#constant(pending);
      this.#out.u8(0x7d);
    }
    this.#out.operator(0x21, this.#local);
  }

  #countPlus(units: number): void {
    this.#out.operator(0x20, this.#local);
    if (units === 0) return;
    this.#constant(units);
    this.#out.u8(0x7c);
  }

  #published(opcode: number): void {
    this.#out.operator(opcode, this.#indices.published);
  }

  #constant(value: number): void {
    this.#out.u8(0x42);
    this.#out.signed(value);
  }
}
