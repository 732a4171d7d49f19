import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature, SizeCap } from '../failure.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { type MemoryShape, readAccess, readBulk, skipImmediates } from './immediates.ts';
import { frame, Labels, open } from './labels.ts';
import { MeteredCode, type MeterIndices } from './metered-code.ts';
import { accessWidth, excludedFeature, kind, kindOf, tableGrow } from './opcodes.ts';
import { passStraightRun } from './straight-run.ts';
import { readValueType } from './value-type.ts';
import { vectorImmediate } from './vector-opcodes.ts';

/** What the code of a function refers to. */
export interface Surroundings extends MeterIndices {
  readonly memories: readonly MemoryShape[];
  readonly uses: Set<OptionalFeature>;
  /** The added function that grows this memory or table as far as the limits let it. */
  growMemory(memory: number): number;
  growTable(table: number): number;
}

export interface Signature {
  readonly params: number;
  /** The type of a block that gives what the function gives. */
  wrapper(): number;
}

/** `wrap`: a conditional branch leaves the function. `plain`: the targets of a table carry different costs. */
type Retry = 'wrap' | 'plain';

/** Reads one function after the other and writes it with its fuel counted. */
export class FunctionPass {
  readonly #reader: ByteReader;
  readonly #out: ByteWriter;
  readonly #around: Surroundings;
  readonly #code: MeteredCode;
  readonly #labels = new Labels();
  readonly #hasFirstPage: boolean;
  #live = true;
  #pending = 0;
  #wrapped = false;
  #plain = false;
  #retry: Retry | undefined;

  constructor(reader: ByteReader, out: ByteWriter, around: Surroundings) {
    this.#reader = reader;
    this.#out = out;
    this.#around = around;
    this.#code = new MeteredCode(reader.bytes, out, around);
    this.#hasFirstPage = (around.memories[0]?.mostBytes ?? 0) > 0;
  }

  /** Answers where, from the start of the new body, its checks branch. */
  rewrite(end: number, signature: Signature): readonly number[] {
    const from = this.#reader.at;
    const start = this.#out.reserveSize();
    this.#wrapped = false;
    this.#plain = false;
    do {
      this.#reader.at = from;
      this.#out.rewind(start);
      this.#retry = undefined;
      this.#body(start, signature);
      this.#wrapped ||= this.#retry === 'wrap';
      this.#plain ||= this.#retry === 'plain';
    } while (this.#retry !== undefined);
    if (this.#reader.at !== end) this.#reader.malformed('a function that does not end where it says');
    if (this.#out.length - start > moduleCaps.function) this.#tooLarge('function');
    this.#out.fillSize(start);
    return this.#code.hints;
  }

  #body(start: number, signature: Signature): void {
    this.#locals(start, signature.params);
    this.#code.enter(1);
    this.#pending = 1;
    this.#live = true;
    if (this.#wrapped) this.#code.emitBlock(signature.wrapper());
    this.#labels.clear();
    this.#push(this.#wrapped ? frame.block : frame.function, open);
    while (this.#labels.depth > 0 && this.#retry === undefined && this.#reader.fault === undefined) this.#operator();
  }

  /** The guest's locals, and behind them the one that counts. */
  #locals(start: number, params: number): void {
    const groups = this.#reader.count('locals');
    const groupsStart = this.#reader.at;
    let locals = params;
    for (let i = 0; i < groups && this.#reader.fault === undefined; i++) {
      locals += this.#reader.u32();
      readValueType(this.#reader);
    }
    if (locals > moduleCaps.locals) this.#tooLarge('locals');
    this.#out.u32(groups + 1);
    this.#code.begin(start, groupsStart, locals);
    this.#code.copyTo(this.#reader.at);
    this.#out.append([0x01, 0x7e]);
  }

  #operator(): void {
    this.#pending += passStraightRun(this.#reader, this.#hasFirstPage);
    const { at } = this.#reader;
    const opcode = this.#reader.u8();
    const operatorKind = kindOf[opcode] ?? kind.excluded;
    if (operatorKind < kind.unreachable) {
      this.#straight(at, opcode, operatorKind);
      return;
    }
    switch (operatorKind) {
      case kind.block:
        skipImmediates(this.#reader, operatorKind);
        this.#push(frame.block, open);
        return;
      case kind.loop:
        this.#loop(at);
        return;
      case kind.if:
        this.#pending++;
        if (this.#plain) this.#settle(at, 0);
        skipImmediates(this.#reader, operatorKind);
        this.#push(frame.if, open);
        return;
      case kind.else:
        this.#else(at);
        return;
      case kind.end:
        this.#end(at);
        return;
      case kind.br:
        this.#pending++;
        this.#branch(at);
        return;
      case kind.brIf:
        this.#pending++;
        this.#branchIf(at);
        return;
      case kind.brTable:
        this.#pending++;
        this.#branchTable(at);
        return;
      case kind.unreachable:
      case kind.return:
        this.#leave(at);
        return;
      case kind.returnCall:
      case kind.returnCallIndirect:
        this.#pending++;
        skipImmediates(this.#reader, operatorKind);
        this.#leave(at);
        return;
      case kind.bulk:
        this.#bulk(at);
        return;
      case kind.vector:
        this.#vector(at);
        return;
      default:
        this.#pending++;
        skipImmediates(this.#reader, operatorKind);
        this.#call(at);
    }
  }

  /** What does not move control. */
  #straight(at: number, opcode: number, operatorKind: number): void {
    if (operatorKind === kind.free) return;
    this.#pending++;
    if (operatorKind === kind.access) this.#access(at, accessWidth(opcode));
    else if (operatorKind === kind.memoryGrow) this.#replace(at, this.#around.growMemory(this.#reader.u32()));
    else if (operatorKind === kind.excluded) {
      this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: excludedFeature(opcode) });
    } else skipImmediates(this.#reader, operatorKind);
  }

  /** An access that can only fail publishes the count, as leaving the function does. */
  #access(at: number, width: number): void {
    if (readAccess(this.#reader, width, this.#around.memories, this.#around.uses)) this.#leave(at);
  }

  #bulk(at: number): void {
    this.#pending++;
    const { number, first } = readBulk(this.#reader);
    if (number === tableGrow) this.#replace(at, this.#around.growTable(first));
  }

  #vector(at: number): void {
    this.#pending++;
    const immediate = vectorImmediate(this.#reader.u32());
    switch (immediate.kind) {
      case 'none':
        return;
      case 'lane':
        this.#reader.skip(1);
        return;
      case 'sixteen-bytes':
        this.#reader.skip(16);
        return;
      case 'access':
        this.#access(at, immediate.width);
        return;
      case 'access-lane':
        this.#access(at, immediate.width);
        this.#reader.skip(1);
        return;
      case 'relaxed':
        this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'relaxed-simd' });
        return;
      case 'unknown':
        this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'unknown-opcode' });
    }
  }

  #replace(at: number, helper: number): void {
    this.#code.copyTo(at);
    this.#code.emitCall(helper);
    this.#code.skipTo(this.#reader.at);
  }

  #call(at: number): void {
    if (!this.#live) return;
    this.#publish(at);
    this.#code.copyTo(this.#reader.at);
    this.#code.reload();
    this.#pending = 0;
  }

  #leave(at: number): void {
    if (this.#live) this.#publish(at);
    this.#live = false;
  }

  #loop(at: number): void {
    this.#settle(at, 0);
    skipImmediates(this.#reader, kind.loop);
    this.#push(frame.loop, 0);
    if (!this.#live) return;
    this.#code.copyTo(this.#reader.at);
    this.#code.check();
  }

  #branch(at: number): void {
    const target = this.#target(this.#reader.u32());
    if (this.#live && this.#labels.kinds[target] === frame.function) this.#publish(at);
    else this.#arrive(at, target);
    this.#live = false;
  }

  #branchIf(at: number): void {
    const target = this.#target(this.#reader.u32());
    if (!this.#live) return;
    if (this.#labels.kinds[target] === frame.function) this.#retry = 'wrap';
    else this.#arrive(at, target);
  }

  #branchTable(at: number): void {
    const targets = this.#reader.u32();
    const { carried, kinds } = this.#labels;
    const seen: number[] = [];
    let agreed = open;
    for (let i = 0; i <= targets && this.#reader.fault === undefined; i++) {
      const target = this.#target(this.#reader.u32());
      const wanted = carried[target] ?? open;
      if (kinds[target] === frame.function) this.#retry ??= this.#live ? 'wrap' : undefined;
      if (wanted === open) seen.push(target);
      else if (agreed === open) agreed = wanted;
      else if (agreed !== wanted && this.#live) this.#retry ??= 'plain';
    }
    if (!this.#live || this.#retry !== undefined) return;
    if (agreed === open) agreed = this.#plain ? 0 : this.#pending;
    for (const target of seen) carried[target] = agreed;
    this.#settle(at, agreed);
    this.#live = false;
  }

  #else(at: number): void {
    const top = this.#labels.depth - 1;
    if (this.#labels.kinds[top] !== frame.if) this.#reader.malformed('an else without its if');
    this.#arrive(at, top);
    this.#labels.kinds[top] = frame.else;
    this.#live = this.#labels.liveBefore[top] ?? false;
    this.#pending = this.#labels.pendingBefore[top] ?? 0;
  }

  #end(at: number): void {
    const top = --this.#labels.depth;
    const { kinds, carried, liveBefore, pendingBefore } = this.#labels;
    switch (kinds[top]) {
      case frame.function:
        if (this.#live) this.#publish(at);
        break;
      case frame.loop:
        return;
      case frame.if:
        if (liveBefore[top]) this.#endWithoutElse(at, top, pendingBefore[top] ?? 0);
        break;
      default:
        if (carried[top] !== open) {
          this.#arrive(at, top);
          this.#live = true;
          this.#pending = carried[top] ?? 0;
        }
    }
    if (top === 0) this.#lastEnd(kinds[top] === frame.function);
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
    this.#pending = agreed;
  }

  #lastEnd(isFunction: boolean): void {
    this.#code.copyTo(this.#reader.at);
    if (isFunction) return;
    if (this.#live) this.#code.publish(this.#pending);
    this.#code.emit([0x0b]);
  }

  #push(kindOfFrame: number, carried: number): void {
    if (this.#labels.depth === moduleCaps.nesting) this.#tooLarge('nesting');
    this.#labels.push(kindOfFrame, carried, this.#live, this.#pending);
  }

  #target(label: number): number {
    const target = this.#labels.depth - 1 - label;
    if (target < 0) this.#reader.malformed('a branch to no label');
    return target;
  }

  /** Comes to a label with what it carries pending; the first to come decides what that is. */
  #arrive(at: number, target: number): void {
    if (!this.#live) return;
    const { carried } = this.#labels;
    if (carried[target] === open) carried[target] = this.#plain ? 0 : this.#pending;
    this.#settle(at, carried[target] ?? 0);
  }

  /** Adds so much to the count that the rest, which may be less than nothing, is what shall stay pending. */
  #settle(at: number, pending: number): void {
    if (!this.#live || this.#pending === pending) return;
    this.#code.copyTo(at);
    this.#code.add(this.#pending - pending);
    this.#pending = pending;
  }

  #publish(at: number): void {
    this.#code.copyTo(at);
    this.#code.publish(this.#pending);
  }

  #tooLarge(what: SizeCap): void {
    this.#reader.stop({ code: 'runtime.too-large', what, limit: moduleCaps[what] });
  }
}
