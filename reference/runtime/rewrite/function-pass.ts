import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature, SizeCap } from '../failure.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { Flow } from './flow.ts';
import { type MemoryShape, readAccess, readBulk, skipImmediates } from './immediates.ts';
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

/** Reads one function after the other and writes it with its fuel counted. */
export class FunctionPass {
  readonly #reader: ByteReader;
  readonly #out: ByteWriter;
  readonly #around: Surroundings;
  readonly #code: MeteredCode;
  readonly #flow: Flow;
  readonly #hasFirstPage: boolean;

  constructor(reader: ByteReader, out: ByteWriter, around: Surroundings) {
    this.#reader = reader;
    this.#out = out;
    this.#around = around;
    this.#code = new MeteredCode(reader.bytes, out, around);
    this.#flow = new Flow(this.#code, reader.bytes);
    this.#hasFirstPage = (around.memories[0]?.mostBytes ?? 0) > 0;
  }

  /** Answers where, from the start of the new body, its checks branch. */
  rewrite(end: number, signature: Signature): readonly number[] {
    const from = this.#reader.at;
    const start = this.#out.reserveSize();
    this.#flow.reset();
    do {
      this.#reader.at = from;
      this.#out.rewind(start);
      this.#body(start, signature);
    } while (this.#flow.retry !== undefined && this.#reader.fault === undefined);
    if (this.#reader.at !== end) this.#reader.malformed('a function that does not end where it says');
    if (this.#out.length - start > moduleCaps.function) this.#tooLarge('function');
    this.#out.fillSize(start);
    return this.#code.hints;
  }

  #body(start: number, signature: Signature): void {
    this.#locals(start, signature.params);
    if (this.#flow.begin()) this.#code.emitBlock(signature.wrapper());
    while (this.#flow.depth > 0 && this.#flow.retry === undefined && this.#reader.fault === undefined) {
      this.#flow.pending += passStraightRun(this.#reader, this.#hasFirstPage);
      this.#operator();
    }
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
    const { at } = this.#reader;
    const opcode = this.#reader.u8();
    const operatorKind = kindOf[opcode] ?? kind.excluded;
    switch (operatorKind) {
      case kind.free:
        return;
      case kind.unreachable:
      case kind.return:
        this.#flow.leave(at);
        return;
      case kind.end:
        this.#flow.end(at, this.#reader.at);
        return;
      case kind.else:
        if (!this.#flow.else(at)) this.#reader.malformed('an else without its if');
        return;
      case kind.block:
        skipImmediates(this.#reader, operatorKind);
        this.#nest();
        this.#flow.block(at);
        return;
      case kind.loop:
        skipImmediates(this.#reader, operatorKind);
        this.#nest();
        this.#flow.loop(at, this.#reader.at);
        return;
      case kind.excluded:
        this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: excludedFeature(opcode) });
        return;
      default:
        this.#flow.pending++;
        this.#paid(at, opcode, operatorKind);
    }
  }

  /** The operators that cost a unit. */
  #paid(at: number, opcode: number, operatorKind: number): void {
    switch (operatorKind) {
      case kind.if:
        skipImmediates(this.#reader, operatorKind);
        this.#nest();
        this.#flow.if(at);
        return;
      case kind.br:
        this.#flow.branch(at, this.#target());
        return;
      case kind.brIf:
        this.#flow.branchIf(at, this.#target());
        return;
      case kind.brTable:
        this.#flow.branchTable(at, this.#targets());
        return;
      case kind.returnCall:
      case kind.returnCallIndirect:
        skipImmediates(this.#reader, operatorKind);
        this.#flow.leave(at);
        return;
      case kind.call:
      case kind.callIndirect:
        skipImmediates(this.#reader, operatorKind);
        this.#flow.call(at, this.#reader.at);
        return;
      case kind.access:
        this.#access(at, accessWidth(opcode));
        return;
      case kind.memoryGrow:
        this.#replace(at, this.#around.growMemory(this.#reader.u32()));
        return;
      case kind.bulk:
        this.#bulk(at);
        return;
      case kind.vector:
        this.#vector(at);
        return;
      default:
        skipImmediates(this.#reader, operatorKind);
    }
  }

  /** An access that can only fail publishes the count, as leaving the function does. */
  #access(at: number, width: number): void {
    if (readAccess(this.#reader, width, this.#around.memories, this.#around.uses)) this.#flow.leave(at);
  }

  #bulk(at: number): void {
    const { number, first } = readBulk(this.#reader);
    if (number === tableGrow) this.#replace(at, this.#around.growTable(first));
  }

  #vector(at: number): void {
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

  #nest(): void {
    if (this.#flow.depth >= moduleCaps.nesting) this.#tooLarge('nesting');
  }

  /** The frame, counted from the outermost, that a label leads to. */
  #target(): number {
    const target = this.#flow.depth - 1 - this.#reader.u32();
    if (target < 0) this.#reader.malformed('a branch to no label');
    return target;
  }

  #targets(): ReadonlySet<number> {
    const targets = new Set<number>();
    const count = this.#reader.u32();
    for (let i = 0; i <= count && this.#reader.fault === undefined; i++) targets.add(this.#target());
    return targets;
  }

  #tooLarge(what: SizeCap): void {
    this.#reader.stop({ code: 'runtime.too-large', what, limit: moduleCaps[what] });
  }
}
