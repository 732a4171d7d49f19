import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import { noType } from '../../runtime/rewrite/declarations.ts';
import { readBulk, skipImmediates } from '../../runtime/rewrite/immediates.ts';
import { excludedFeature, kind, kindOf } from '../../runtime/rewrite/opcodes.ts';
import type { Outline } from '../../runtime/rewrite/outline.ts';
import { readBlockType } from '../../runtime/rewrite/value-type.ts';
import { vectorImmediate } from '../../runtime/rewrite/vector-opcodes.ts';

/** Reads single operators, refuses what the profile excludes, and counts what a validator would have to keep. */
export class OperatorScan {
  readonly #reader: ByteReader;
  readonly #outline: Outline;
  readonly #uses: Set<OptionalFeature>;
  #isExact = false;
  /** How many blocks; the depth is told only where ends are looked at too. */
  #opened = 0;
  #depth = 0;
  #values = 0;

  constructor(reader: ByteReader, outline: Outline, uses: Set<OptionalFeature>) {
    this.#reader = reader;
    this.#outline = outline;
    this.#uses = uses;
  }

  get opened(): number {
    return this.#opened;
  }

  /** Counts anew; exact counts have limits, and need every operator that is counted. */
  restart(isExact: boolean): void {
    this.#isExact = isExact;
    this.#opened = 0;
    this.#depth = 0;
    this.#values = 0;
  }

  /** Reads one operator; who passes over plain ones need not show them. */
  read(): void {
    const reader = this.#reader;
    const { at } = reader;
    const opcode = reader.u8();
    const operator = kindOf[opcode] ?? kind.excluded;
    switch (operator) {
      case kind.end:
        this.#depth--;
        return;
      case kind.block:
      case kind.loop:
      case kind.if:
        this.#keep(readBlockType(reader));
        this.#opened++;
        if (++this.#depth > moduleCaps.nesting && this.#isExact) {
          reader.stop({ code: 'runtime.too-large', what: 'nesting', limit: moduleCaps.nesting });
        }
        return;
      case kind.local:
      case kind.br:
      case kind.brIf:
      case kind.memoryGrow:
      case kind.returnCall:
        reader.u32();
        return;
      case kind.call:
        this.#keep(this.#outline.functionTypes[reader.u32()]);
        return;
      case kind.callIndirect:
      case kind.returnCallIndirect:
        this.#keep(reader.u32());
        reader.u32();
        return;
      case kind.brTable:
        for (let left = reader.u32(); left >= 0 && reader.fault === undefined; left--) reader.u32();
        return;
      case kind.access:
        this.#access();
        return;
      case kind.bulk:
        readBulk(reader);
        return;
      case kind.vector:
        this.#vector(at);
        return;
      case kind.excluded:
        reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: excludedFeature(opcode) });
        return;
      default:
        skipImmediates(reader, operator);
    }
  }

  #keep(type: number | undefined): void {
    const { params, results } = this.#outline.types[type ?? -1] ?? noType;
    this.#values += params.length + results.length;
    if (this.#values <= moduleCaps.values || !this.#isExact) return;
    this.#reader.stop({ code: 'runtime.too-large', what: 'values', limit: moduleCaps.values });
  }

  #access(): void {
    const reader = this.#reader;
    if ((reader.u32() & 0x40) !== 0) {
      this.#uses.add('multi-memory');
      reader.u32();
    }
    reader.u64();
  }

  #vector(at: number): void {
    const reader = this.#reader;
    const immediate = vectorImmediate(reader.u32());
    switch (immediate.kind) {
      case 'lane':
        reader.skip(1);
        return;
      case 'sixteen-bytes':
        reader.skip(16);
        return;
      case 'access':
        this.#access();
        return;
      case 'access-lane':
        this.#access();
        reader.skip(1);
        return;
      case 'relaxed':
        reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'relaxed-simd' });
        return;
      case 'unknown':
        reader.stop({ code: 'runtime.excluded-feature', offset: at, feature: 'unknown-opcode' });
    }
  }
}
