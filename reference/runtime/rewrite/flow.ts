import { frame, Labels, open } from './labels.ts';
import type { MeteredCode } from './metered-code.ts';

/**
 * `wrap`: a conditional branch leaves the function. `plain`: the targets of a table carry different costs. `arms`: the
 * function ends with an `if` whose arms can publish on their own, which is faster than behind them.
 */
export type Retry = 'wrap' | 'plain' | 'arms';

/** Looking ahead from every end of a deep nest would take the square of its depth. */
const deepestLastIf = 16;

/**
 * Where control goes in one function, and what of its cost is still pending there. Every place is given by where its
 * operator stands in the guest's code; what keeps the count is written ahead of it.
 */
export class Flow {
  readonly #code: MeteredCode;
  readonly #bytes: Uint8Array;
  readonly #labels = new Labels();
  /** Code that cannot be reached is copied as it stands: it costs nothing. */
  #live = true;
  #wrapped = false;
  #plain = false;
  /** Where the operators of those stand that end the function, once it is known. */
  readonly #lastIfs = new Set<number>();
  #knowsLastIfs = false;
  pending = 0;
  /** Why the function has to be written anew. */
  retry: Retry | undefined;

  constructor(code: MeteredCode, bytes: Uint8Array) {
    this.#code = code;
    this.#bytes = bytes;
  }

  get depth(): number {
    return this.#labels.depth;
  }

  /** A function of its own; what was learned about the last one is forgotten. */
  reset(): void {
    this.#wrapped = false;
    this.#plain = false;
    this.#lastIfs.clear();
    this.#knowsLastIfs = false;
    this.retry = undefined;
  }

  /** At the beginning of a body; answers whether it has to stand in a block, so that every way out leads to its end. */
  begin(): boolean {
    this.#wrapped ||= this.retry === 'wrap';
    this.#plain ||= this.retry === 'plain';
    this.#knowsLastIfs = this.retry === 'arms';
    if (!this.#knowsLastIfs) this.#lastIfs.clear();
    this.retry = undefined;
    this.#live = true;
    this.pending = 1;
    this.#code.enter(1);
    this.#labels.clear();
    this.#push(this.#wrapped ? frame.block : frame.function, 0, open);
    return this.#wrapped;
  }

  block(at: number): void {
    this.#push(frame.block, at, open);
  }

  /** The check is written behind the operator, which ends at `end`. */
  loop(at: number, end: number): void {
    this.#settle(at, 0);
    this.#push(frame.loop, at, 0);
    if (!this.#live) return;
    this.#code.copyTo(end);
    this.#code.check();
  }

  if(at: number): void {
    if (this.#plain) this.#settle(at, 0);
    this.#push(frame.if, at, open);
  }

  /** Answers whether there is an `if` that it belongs to. */
  else(at: number): boolean {
    const top = this.depth - 1;
    if (this.#labels.kinds[top] !== frame.if) return false;
    if (this.#isLast(top)) this.leave(at);
    else this.#arrive(at, top);
    this.#labels.kinds[top] = frame.else;
    this.#live = this.#labels.liveBefore[top] ?? false;
    this.pending = this.#labels.pendingBefore[top] ?? 0;
    return true;
  }

  end(at: number, end: number): void {
    const top = --this.#labels.depth;
    const { kinds, carried, liveBefore, pendingBefore } = this.#labels;
    if (kinds[top] === frame.function) {
      if (this.#live) this.#publish(at);
    } else if (kinds[top] === frame.if) {
      if (liveBefore[top]) this.#endWithoutElse(at, top, pendingBefore[top] ?? 0);
    } else if (this.#isLast(top)) this.leave(at);
    else if (kinds[top] !== frame.loop && carried[top] !== open) {
      this.#arrive(at, top);
      this.#live = true;
      this.pending = carried[top] ?? 0;
    }
    if (kinds[top] === frame.else && this.#endsFunction(top, end)) this.#lastIfs.add(this.#labels.places[top] ?? 0);
    if (top === 0) this.#endOfFunction(end);
  }

  branch(at: number, target: number): void {
    this.#labels.branched[target] = true;
    if (this.#live && this.#labels.kinds[target] === frame.function) this.#publish(at);
    else this.#arrive(at, target);
    this.#live = false;
  }

  branchIf(at: number, target: number): void {
    if (!this.#live) return;
    this.#labels.branched[target] = true;
    if (this.#labels.kinds[target] === frame.function) this.retry = 'wrap';
    else this.#arrive(at, target);
  }

  /** All targets have to carry the same, since nothing can be added on the way to one of them. */
  branchTable(at: number, targets: ReadonlySet<number>): void {
    if (!this.#live) return;
    const { branched, carried, kinds } = this.#labels;
    let agreed = this.#plain ? 0 : open;
    for (const target of targets) {
      const wanted = carried[target] ?? open;
      if (kinds[target] === frame.function) this.retry ??= 'wrap';
      else if (wanted !== open && agreed !== open && wanted !== agreed) this.retry ??= 'plain';
      else if (wanted !== open) agreed = wanted;
    }
    if (agreed === open) agreed = this.pending;
    for (const target of targets) {
      carried[target] = agreed;
      branched[target] = true;
    }
    this.#settle(at, agreed);
    this.#live = false;
  }

  /** Control does not come back from here. */
  leave(at: number): void {
    if (this.#live) this.#publish(at);
    this.#live = false;
  }

  /** Control comes back behind the operator, at `end`, with the count that was left elsewhere. */
  call(at: number, end: number): void {
    if (!this.#live) return;
    this.#publish(at);
    this.#code.copyTo(end);
    this.#code.reload();
    this.pending = 0;
  }

  /** The way around the `if` arrives with what was pending before it, unless a branch has fixed another cost. */
  #endWithoutElse(at: number, top: number, before: number): void {
    const { carried } = this.#labels;
    if (carried[top] === open) carried[top] = before;
    this.#arrive(at, top);
    const agreed = carried[top] ?? 0;
    if (agreed !== before) {
      this.#code.copyTo(at);
      this.#code.emit([0x05]);
      this.#code.add(before - agreed);
    }
    this.#live = true;
    this.pending = agreed;
  }

  #isLast(top: number): boolean {
    return this.#knowsLastIfs && this.#lastIfs.has(this.#labels.places[top] ?? 0);
  }

  /** Whether nothing but the ends of other arms without branches comes behind this one. */
  #endsFunction(top: number, end: number): boolean {
    const { branched, kinds } = this.#labels;
    if (kinds[0] !== frame.function || top > deepestLastIf) return false;
    for (let i = 0; i < top; i++) if (this.#bytes[end + i] !== 0x0b) return false;
    for (let i = 1; i <= top; i++) if (kinds[i] !== frame.else || branched[i]) return false;
    return true;
  }

  #endOfFunction(end: number): void {
    if (this.#lastIfs.size > 0 && !this.#knowsLastIfs) this.retry ??= 'arms';
    this.#code.copyTo(end);
    if (!this.#wrapped) return;
    if (this.#live) this.#code.publish(this.pending);
    this.#code.emit([0x0b]);
  }

  #push(kindOfFrame: number, place: number, carried: number): void {
    this.#labels.push(kindOfFrame, place, carried, this.#live, this.pending);
  }

  /** Comes to a label with what it carries pending; the first to come decides what that is. */
  #arrive(at: number, target: number): void {
    if (!this.#live) return;
    const { carried } = this.#labels;
    if (carried[target] === open) carried[target] = this.#plain ? 0 : this.pending;
    this.#settle(at, carried[target] ?? 0);
  }

  /** Adds so much to the count that the rest, which may be less than nothing, is what shall stay pending. */
  #settle(at: number, pending: number): void {
    if (!this.#live || this.pending === pending) return;
    this.#code.copyTo(at);
    this.#code.add(this.pending - pending);
    this.pending = pending;
  }

  #publish(at: number): void {
    this.#code.copyTo(at);
    this.#code.publish(this.pending);
  }
}
