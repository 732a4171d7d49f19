import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import { noType } from '../../runtime/rewrite/declarations.ts';
import { readBulk, skipImmediates } from '../../runtime/rewrite/immediates.ts';
import { excludedFeature, kind, kindOf } from '../../runtime/rewrite/opcodes.ts';
import type { Outline } from '../../runtime/rewrite/outline.ts';
import { sectionId } from '../../runtime/rewrite/sections.ts';
import { readBlockType, readValueType } from '../../runtime/rewrite/value-type.ts';
import { vectorImmediate } from '../../runtime/rewrite/vector-opcodes.ts';
import { blockSteps, carefulSteps, givesValue, type StepTable, usualSteps } from './operator-steps.ts';

/** What the code of a module is like. */
export interface CodeFacts {
  readonly functions: number;
  readonly largestFunction: number;
  /** Of all functions, without their parameters. */
  readonly locals: number;
}

/**
 * Looks in every function for what the profile excludes, and for what a validator would take too much memory for. Whether
 * the code is valid is not asked: of a module that is not, any answer will do that comes to an end.
 */
export function scanCode(reader: ByteReader, outline: Outline, uses: Set<OptionalFeature>): CodeFacts {
  const functions = outline.functionTypes.length - outline.imported.functions;
  const section = outline.sections.get(sectionId.code);
  let [largestFunction, locals] = [0, 0];
  if (section === undefined || reader.fault !== undefined) return { functions, largestFunction, locals };
  const code = new CodeScan(reader, outline, uses);
  reader.at = section.start;
  const count = reader.count('functions');
  for (let i = 0; i < count && reader.fault === undefined; i++) {
    const length = reader.u32();
    if (length > moduleCaps.function) {
      reader.stop({ code: 'runtime.too-large', what: 'function', limit: moduleCaps.function });
    }
    largestFunction = Math.max(largestFunction, length);
    locals += code.scan(reader.at + length);
  }
  return { functions, largestFunction, locals };
}

/** Of the type that has most of them, as parameters and results. */
export function mostValuesOf({ types }: Outline): number {
  return types.reduce((most, { params, results }) => Math.max(most, params.length + results.length), 0);
}

class CodeScan {
  readonly #reader: ByteReader;
  readonly #view: DataView;
  readonly #outline: Outline;
  readonly #uses: Set<OptionalFeature>;
  readonly #mostValues: number;
  #isExact = false;
  /** How many blocks; the depth is told only where ends are looked at too. */
  #opened = 0;
  #depth = 0;
  #values = 0;

  constructor(reader: ByteReader, outline: Outline, uses: Set<OptionalFeature>) {
    const { bytes } = reader;
    this.#reader = reader;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#outline = outline;
    this.#uses = uses;
    this.#mostValues = mostValuesOf(outline);
  }

  /** Reads one function, and answers how many locals it declares. */
  scan(end: number): number {
    const reader = this.#reader;
    const locals = this.#locals();
    const from = reader.at;
    // RT-BULK: a validator keeps what calls and blocks give, and two bytes are enough for one of them.
    const keepsLittle = ((end - from) / 2) * this.#mostValues <= moduleCaps.values;
    // A block takes three bytes, so that few functions can nest too deeply, and next to none opens so many.
    const nestsLittle = end - from <= 3 * moduleCaps.nesting;
    this.#read(end, !keepsLittle ? carefulSteps : nestsLittle ? usualSteps : blockSteps);
    if (keepsLittle && this.#opened > moduleCaps.nesting && reader.fault === undefined) {
      reader.at = from;
      this.#read(end, carefulSteps);
    }
    if (reader.at !== end) reader.malformed('a function that does not end where it says');
    return locals;
  }

  #read(end: number, table: StepTable): void {
    const reader = this.#reader;
    this.#isExact = table === carefulSteps;
    this.#opened = 0;
    this.#depth = 0;
    this.#values = 0;
    while (reader.at < end && reader.fault === undefined) {
      reader.at = this.#passPlain(reader.at, Math.min(end, reader.bytes.length - 3), table);
      if (reader.at < end) this.#operator();
    }
  }

  #locals(): number {
    const reader = this.#reader;
    const groups = reader.count('locals');
    let locals = 0;
    for (let i = 0; i < groups && reader.fault === undefined; i++) {
      locals += reader.u32();
      readValueType(reader);
    }
    return locals;
  }

  /** Most code consists of operators whose length is known from their first byte; the loop is as short as can be. */
  #passPlain(from: number, end: number, { steps, exceptions, goesOn }: StepTable): number {
    const { bytes } = this.#reader;
    const view = this.#view;
    let at = from;
    while (at < end) {
      const next = view.getInt32(at, true);
      const opcode = next & 0xff;
      const unusual = next & (exceptions[opcode] ?? 0);
      const step = steps[opcode] ?? 1;
      if (unusual !== 0) {
        if (unusual !== goesOn[opcode]) {
          const isCommon = (next & 0xff_00) >= 0x7b_00 && (next & 0xff_00) <= 0x7f_00;
          if (!isCommon || goesOn[opcode] !== givesValue) break;
          at += step;
          continue;
        }
        at++;
        // Most numbers that are longer have two bytes, and the second one has been read already.
        if (step !== 2 || (next & 0x80_00_00) !== 0) while ((bytes[at + step - 1] ?? 0) >= 0x80) at++;
      }
      at += step;
    }
    return at;
  }

  #operator(): void {
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
