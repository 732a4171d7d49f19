import { moduleCaps } from '#spec/constants.ts';
import type { SizeCap } from '#spec/runtime.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { Flow } from './flow.ts';
import { Hints } from './hints.ts';
import { readAccess, readBulk, skipImmediates } from './immediates.ts';
import { KeptValues } from './kept-values.ts';
import { declareLocals, unmoved } from './locals.ts';
import { MeteredCode, type Passing } from './metered-code.ts';
import { movesWide } from './moving.ts';
import { accessWidth, calmKindOf, excludedFeature, kind, kindOf, mayTrap, tableGrow } from './opcodes.ts';
import { passStraightRun } from './straight-run.ts';
import type { Surroundings } from './surroundings.ts';
import { isTightLoop } from './tight-loop.ts';
import { readBlockType } from './value-type.ts';
import { vectorImmediate } from './vector-opcodes.ts';

export interface Signature {
  /** Of the function, the imported ones counted too. */
  readonly index: number;
  readonly type: number;
  readonly params: number;
  readonly results: number;
}

const block = 0x02;
const loop = 0x03;
const br = 0x0c;
const call = 0x10;
const refFunc = 0xd2;

/** Reads one function after the other and writes it with its fuel counted. */
export class FunctionPass {
  readonly #reader: ByteReader;
  readonly #out: ByteWriter;
  readonly #around: Surroundings;
  readonly #code: MeteredCode;
  readonly #flow: Flow;
  readonly #hasFirstPage: boolean;
  readonly hints = new Hints();
  /** The targets of the longest branch table, without the one for all that is beyond it. */
  mostTargets = 0;
  #moved = unmoved;
  readonly #kept = new KeptValues();

  constructor(reader: ByteReader, out: ByteWriter, around: Surroundings) {
    this.#reader = reader;
    this.#out = out;
    this.#around = around;
    this.#code = new MeteredCode(reader.bytes, out, around);
    this.#flow = new Flow(this.#code, reader.bytes);
    this.#hasFirstPage = (around.memories[0]?.mostBytes ?? 0) > 0;
  }

  rewrite(end: number, signature: Signature): void {
    const from = this.#reader.at;
    const start = this.#out.reserveSize();
    this.#flow.reset(signature.results, this.#around.passesCount(signature.type));
    do {
      this.#reader.at = from;
      this.#out.rewind(start);
      this.#body(start, signature);
    } while (this.#flow.retries.wanted !== undefined && this.#reader.fault === undefined);
    if (this.#reader.at !== end) this.#reader.malformed('a function that does not end where it says');
    this.#out.fillSize(start);
    this.hints.add(signature.index, this.#code.hints);
  }

  #body(start: number, signature: Signature): void {
    this.#locals(start, signature);
    if (this.#flow.begin()) this.#code.emitBlock(0x02, this.#around.blockType(signature.type));
    const most = start + moduleCaps.function;
    while (this.#flow.depth > 0 && this.#flow.retries.wanted === undefined && this.#reader.fault === undefined) {
      this.#flow.pending += passStraightRun(
        this.#reader,
        this.#flow.owes ? calmKindOf : kindOf,
        this.#hasFirstPage,
        this.#moved.from,
        this.#moved.to < 0x80 ? this.#code.renames : undefined,
      );
      this.#operator();
      if (this.#out.length > most) {
        this.#reader.stop({ code: 'runtime.engine-refused', detail: 'a metered function becomes too large for it' });
      }
    }
  }

  #locals(start: number, { index, type, params }: Signature): void {
    const { counting, moved, count } = declareLocals(this.#reader, this.#out, params, this.#around.passesCount(type));
    this.#moved = moved;
    this.#kept.begin(count);
    this.#code.begin(index, start, this.#reader.at, counting, moved.to);
  }

  #operator(): void {
    const { at } = this.#reader;
    const opcode = this.#reader.u8();
    const operatorKind = kindOf[opcode] ?? kind.excluded;
    if (this.#flow.owes && mayTrap[opcode]) this.#flow.pay(at);
    switch (operatorKind) {
      case kind.free:
        return;
      case kind.unreachable:
        this.#flow.leave(at, this.#reader.at);
        return;
      case kind.return:
        this.#flow.return(at, this.#reader.at);
        return;
      case kind.end:
        this.#flow.end(at, this.#reader.at);
        return;
      case kind.else:
        if (!this.#flow.else(at)) this.#reader.malformed('an else without its if');
        return;
      case kind.block:
      case kind.loop:
        this.#block(at, opcode);
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
        this.#block(at, opcode);
        return;
      case kind.br:
      case kind.brIf:
        this.#branch(at, opcode, this.#target());
        return;
      case kind.brTable:
        this.#branchTable(at);
        return;
      case kind.local:
        this.#local(at, opcode, this.#reader.u32());
        return;
      case kind.call:
        this.#call(at, this.#reader.u32());
        return;
      case kind.returnCall:
        this.#tailCall(at, this.#reader.u32());
        return;
      case kind.callIndirect: {
        const passing = this.#passingThroughTable();
        this.#flow.call(at, this.#reader.at, passing);
        return;
      }
      case kind.returnCallIndirect: {
        const passing = this.#passingThroughTable();
        this.#flow.leave(at, this.#reader.at, passing);
        return;
      }
      case kind.refFunc:
        this.#reference(at, this.#reader.u32());
        return;
      case kind.access:
        this.#access(at, accessWidth(opcode));
        return;
      case kind.memoryGrow:
        this.#replace(at, call, this.#around.growMemory(this.#reader.u32()));
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

  #block(at: number, opcode: number): void {
    if (this.#flow.depth > moduleCaps.nesting) this.#bound('nesting');
    this.#bound(this.#kept.label(opcode));
    const index = readBlockType(this.#reader);
    this.#countValues(index);
    const { at: end } = this.#reader;
    const type = index === undefined || !this.#flow.isLive ? undefined : this.#around.plainType(index);
    if (opcode === block) this.#flow.block(at, end, type);
    else if (opcode === loop) this.#flow.loop(at, end, type, isTightLoop(this.#reader.bytes, at, end));
    else this.#flow.if(at, end, type);
  }

  #branch(at: number, opcode: number, target: number): void {
    if (opcode === br) this.#flow.branch(at, this.#reader.at, target);
    else this.#flow.branchIf(at, this.#reader.at, target);
  }

  #local(at: number, opcode: number, index: number): void {
    if (index === this.#moved.from) this.#replace(at, opcode, this.#moved.to);
  }

  #call(at: number, index: number): void {
    this.#countValues(this.#around.typeOf(index));
    if (index < this.#around.hostFunctions) this.#flow.callHost(at);
    else this.#flow.call(at, this.#reader.at, this.#passingTo(this.#around.typeOf(index)));
  }

  #tailCall(at: number, index: number): void {
    if (index < this.#around.hostFunctions) this.#flow.tailCallHost(at, this.#reader.at, index);
    else this.#flow.leave(at, this.#reader.at, this.#passingTo(this.#around.typeOf(index)));
  }

  #passingTo(type: number | undefined): Passing {
    return this.#around.passesCount(type) ? 'given' : 'published';
  }

  #passingThroughTable(): Passing {
    const type = this.#reader.u32();
    const table = this.#reader.u32();
    this.#countValues(type);
    if (!this.#around.passesCount(type)) return 'published';
    return this.#around.isWide(table) ? 'below-wide' : 'below';
  }

  #countValues(type: number | undefined): void {
    this.#bound(this.#kept.typed(this.#around.valuesOf(type)));
  }

  #reference(at: number, index: number): void {
    if (index < this.#around.hostFunctions) this.#replace(at, refFunc, this.#around.standIn(index));
  }

  /** An access that can only fail publishes the count, as leaving the function does. So many more bytes belong to it. */
  #access(at: number, width: number, more = 0): void {
    const fails = readAccess(this.#reader, width, this.#around.memories, this.#around.uses);
    this.#reader.skip(more);
    if (fails) this.#flow.trap(at, this.#reader.at);
  }

  #bulk(at: number): void {
    const { number, first, second } = readBulk(this.#reader);
    if (number === tableGrow) this.#replace(at, call, this.#around.growTable(first));
    const isWide = movesWide(number, first, second, this.#around);
    if (isWide !== undefined) this.#flow.weigh(at, this.#around.weigh(isWide));
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
        this.#access(at, immediate.width, 1);
        return;
      case 'relaxed':
        this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'relaxed-simd' });
        return;
      case 'unknown':
        this.#reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'unknown-opcode' });
    }
  }

  /** What cannot be reached is left out in any case. */
  #replace(at: number, opcode: number, index: number): void {
    if (this.#flow.isLive) this.#code.replace(at, this.#reader.at, opcode, index);
  }

  /** The frame, counted from the outermost, that a label leads to. */
  #target(): number {
    const target = this.#flow.depth - 1 - this.#reader.u32();
    if (target < 0) this.#reader.invalid();
    return target;
  }

  #branchTable(at: number): void {
    const targets = new Set<number>();
    const count = this.#reader.u32();
    this.mostTargets = Math.max(this.mostTargets, count);
    for (let i = 0; i <= count && this.#reader.fault === undefined; i++) targets.add(this.#target());
    this.#flow.branchTable(at, this.#reader.at, targets);
  }

  #bound(what: SizeCap | undefined): void {
    if (what === undefined) return;
    this.#reader.stop({ code: 'runtime.too-large', what, limit: moduleCaps[what] });
  }
}
