import { frame, Labels, open } from './labels.ts';
import { LastIfs } from './last-ifs.ts';
import { framesApart, type MeteredCode, type Passing } from './metered-code.ts';
import { Retries } from './retries.ts';

/**
 * Where control goes in one function, and what of its cost is still pending there. Every operator is given by where it
 * stands in the guest's code and where it ends; what keeps the count is written ahead of it. Code that cannot be reached
 * is left out: it costs nothing.
 */
export class Flow {
  readonly #code: MeteredCode;
  readonly #labels = new Labels();
  readonly #lastIfs: LastIfs;
  #live = true;
  #passesCount = false;
  readonly retries = new Retries();
  /**
   * What has to be added to the running count for the one that a host should see, where it does not see it yet. Nobody
   * can tell as long as nothing traps.
   */
  #debt: number | undefined;
  pending = 0;

  constructor(code: MeteredCode, bytes: Uint8Array) {
    this.#code = code;
    this.#lastIfs = new LastIfs(bytes);
  }

  get depth(): number {
    return this.#labels.depth;
  }

  get isLive(): boolean {
    return this.#live;
  }

  get owes(): boolean {
    return this.#debt !== undefined;
  }

  /** A function of its own; what was learned about the last one is forgotten. */
  reset(results: number, passesCount: boolean): void {
    this.#passesCount = passesCount;
    this.retries.reset();
    this.#lastIfs.reset(results);
  }

  /** At the beginning of a body; answers whether it has to stand in a block, so that every way out leads to its end. */
  begin(): boolean {
    this.#lastIfs.begin(this.retries.begin() === 'arms');
    this.#live = true;
    this.#debt = this.#passesCount ? 0 : undefined;
    this.pending = 1;
    if (this.#passesCount) this.#code.enterWithCount(1);
    else this.#code.enter(1);
    this.#labels.clear();
    this.#push(this.retries.isWrapped ? frame.block : frame.function, 0, open);
    return this.retries.isWrapped;
  }

  /** A block may be written with another index for its type. */
  block(at: number, end: number, type: number | undefined): void {
    if (type !== undefined) this.#code.replaceBlock(at, end, 0x02, type);
    this.#push(frame.block, at, open);
  }

  /** The check is written behind the operator; what it leads to stands apart from a tight loop. */
  loop(at: number, end: number, type: number | undefined, isTight: boolean): void {
    if (this.#live) {
      this.pay(at);
      this.#settle(at, 0);
      if (isTight) this.#code.openApart(at, end);
      else this.#code.openLoop(at, end, type);
    }
    this.#push(frame.loop, at, 0, this.#live && isTight ? framesApart : 0);
  }

  if(at: number, end: number, type: number | undefined): void {
    if (this.retries.isPlain) this.#settle(at, 0);
    if (type !== undefined) this.#code.replaceBlock(at, end, 0x04, type);
    this.#push(frame.if, at, open);
  }

  /** Answers whether there is an `if` that it belongs to. */
  else(at: number): boolean {
    const top = this.depth - 1;
    const { kinds, liveBefore, pendingBefore, debtBefore } = this.#labels;
    if (kinds[top] !== frame.if) return false;
    kinds[top] = frame.else;
    if (!liveBefore[top]) return true;
    if (!this.#live) this.#code.skipTo(at);
    else if (this.#lastIfs.has(this.#labels, top)) this.#return(at);
    else this.#arrive(at, top);
    this.#live = true;
    this.pending = pendingBefore[top] ?? 0;
    this.#debt = debtBefore[top];
    return true;
  }

  end(at: number, end: number): void {
    const top = --this.#labels.depth;
    const { kinds, liveBefore } = this.#labels;
    if (!liveBefore[top]) return;
    if (!this.#live) this.#code.skipTo(at);
    if (kinds[top] === frame.function) this.#giveBack(at);
    else this.#endOfBlock(at, end, top);
    if (top === 0) this.#endOfFunction(end);
  }

  branch(at: number, end: number, target: number): void {
    if (!this.#live) return;
    this.#labels.branched[target] = true;
    if (this.#labels.kinds[target] === frame.function) this.#giveBack(at);
    else this.#arrive(at, target);
    this.#jump(at, end, 0x0c, target);
    this.#die(end);
  }

  branchIf(at: number, end: number, target: number): void {
    if (!this.#live) return;
    this.#labels.branched[target] = true;
    if (this.#labels.kinds[target] === frame.function) this.retries.wanted = 'wrap';
    else this.#arrive(at, target);
    this.#jump(at, end, 0x0d, target);
  }

  /** All targets have to carry the same, since nothing can be added on the way to one of them. */
  branchTable(at: number, end: number, targets: ReadonlySet<number>): void {
    if (!this.#live) return;
    const agreed = this.#labels.agree(targets, this.retries.isPlain ? 0 : open, this.pending);
    if (this.#labels.kinds[0] === frame.function && targets.has(0)) this.retries.wanted ??= 'wrap';
    else if (agreed === undefined) this.retries.wanted ??= 'plain';
    this.pay(at);
    this.#settle(at, agreed ?? 0);
    this.#die(end);
  }

  /** The function is left with its results. */
  return(at: number, end: number): void {
    this.#giveBack(at);
    this.#die(end);
  }

  /** Control does not come back from here; a callee that goes on instead may be given the count. */
  leave(at: number, end: number, passing: Passing = 'published'): void {
    if (!this.#live) return;
    this.#code.copyTo(at);
    if (passing === 'published') this.#code.leave(this.pending);
    else this.#code.pass(this.pending, passing);
    this.#die(end);
  }

  /** An access that cannot succeed is the last of what is reached, which a validator does not know. */
  trap(at: number, end: number): void {
    if (!this.#live) return;
    this.leave(at, end);
    this.#code.emit([0x00]);
  }

  /** Control comes back with the count that the callee has left, which it gives back where it was given one. */
  call(at: number, end: number, passing: Passing): void {
    if (!this.#live) return;
    this.#code.copyTo(at);
    this.#code.pass(this.pending, passing);
    this.#code.copyTo(end);
    if (passing === 'published') this.#code.reload();
    else this.#code.take();
    this.#debt = passing === 'published' ? undefined : 0;
    this.pending = 0;
  }

  /** A host consumes nothing. */
  callHost(at: number): void {
    if (!this.#live) return;
    this.#code.copyTo(at);
    this.#code.publish(this.pending);
    this.#debt = undefined;
  }

  /** A host gives no count back, so that it cannot be called in place of a function that does. */
  tailCallHost(at: number, end: number, index: number): void {
    if (!this.#passesCount) this.leave(at, end);
    if (!this.#live) return;
    this.callHost(at);
    this.#code.emitCall(index);
    this.#return(at);
    this.#code.skipTo(end);
  }

  /** What is on top of the operand stack passes through this function, together with the count. */
  weigh(at: number, index: number): void {
    if (!this.#live) return;
    this.#code.copyTo(at);
    this.#code.weigh(this.pending, index);
  }

  /** Ahead of whatever may trap. */
  pay(at: number): void {
    if (this.#debt === undefined) return;
    this.#code.copyTo(at);
    this.#code.publish(this.#debt);
    this.#debt = undefined;
  }

  #endOfBlock(at: number, end: number, top: number): void {
    const { carried, kinds } = this.#labels;
    if (kinds[top] === frame.if) this.#endWithoutElse(at, top);
    else if (this.#lastIfs.has(this.#labels, top)) this.#return(at);
    else if (kinds[top] !== frame.loop && carried[top] !== open) {
      this.#arrive(at, top);
      this.#live = true;
      this.#debt = undefined;
      this.pending = carried[top] ?? 0;
    }
    this.#code.copyTo(end);
    if (this.#labels.addedTo(top) > 0) this.#code.closeApart();
    // A validator knows less of what cannot be reached.
    if (!this.#live) this.#code.emit([0x00]);
    if (kinds[top] === frame.else) this.#lastIfs.look(this.#labels, top, end);
  }

  /** The way around the `if` arrives with what was pending before it, unless a branch has fixed another cost. */
  #endWithoutElse(at: number, top: number): void {
    const { carried, debtBefore, pendingBefore } = this.#labels;
    const [before = 0, debt] = [pendingBefore[top], debtBefore[top]];
    if (carried[top] === open) carried[top] = before;
    this.#arrive(at, top);
    const agreed = carried[top] ?? 0;
    if (agreed !== before || debt !== undefined) {
      this.#code.copyTo(at);
      this.#code.emit([0x05]);
      if (debt !== undefined) this.#code.publish(debt);
      if (agreed !== before) this.#code.add(before - agreed);
    }
    this.#live = true;
    this.#debt = undefined;
    this.pending = agreed;
  }

  #endOfFunction(end: number): void {
    if (this.#lastIfs.areNew) this.retries.wanted ??= 'arms';
    this.#code.copyTo(end);
    if (!this.retries.isWrapped) return;
    this.#giveBack(end);
    this.#code.emit([0x0b]);
  }

  #push(kindOfFrame: number, place: number, carried: number, added = 0): void {
    this.#labels.push(kindOfFrame, place, carried, added, this.#live, this.pending, this.#debt);
  }

  #jump(at: number, end: number, opcode: number, target: number): void {
    const added = this.#labels.addedUpTo(target);
    if (added > 0) this.#code.replace(at, end, opcode, this.depth - 1 - target + added);
  }

  #die(end: number): void {
    if (this.#live) this.#code.copyTo(end);
    this.#live = false;
    this.#debt = undefined;
  }

  /** Comes to a label with what it carries pending; the first to come decides what that is. */
  #arrive(at: number, target: number): void {
    if (!this.#live) return;
    const { carried } = this.#labels;
    if (carried[target] === open) carried[target] = this.retries.isPlain ? 0 : this.pending;
    this.pay(at);
    this.#settle(at, carried[target] ?? 0);
  }

  /** Adds so much to the count that the rest, which may be less than nothing, is what shall stay pending. */
  #settle(at: number, pending: number): void {
    if (!this.#live || this.pending === pending) return;
    this.#code.copyTo(at);
    this.#code.add(this.pending - pending);
    if (this.#debt !== undefined) this.#debt -= this.pending - pending;
    this.pending = pending;
  }

  /** Whoever called goes on with the count, and owes it to the host. */
  #giveBack(at: number): void {
    if (!this.#live) return;
    this.#code.copyTo(at);
    if (this.#passesCount) this.#code.give(this.pending);
    else this.#code.leave(this.pending);
  }

  #return(at: number): void {
    if (!this.#live) return;
    this.#giveBack(at);
    this.#code.emit([0x0f]);
    this.#live = false;
    this.#debt = undefined;
  }
}
