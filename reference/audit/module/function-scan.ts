import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import type { Outline } from '../../runtime/rewrite/outline.ts';
import { readValueType } from '../../runtime/rewrite/value-type.ts';
import { OperatorScan } from './operator-scan.ts';
import { blockSteps, carefulSteps, type StepTable, usualSteps } from './operator-steps.ts';
import { type Course, passPlain } from './pass-plain.ts';

/** Of the type that has most of them, as parameters and results. */
export function mostValuesOf({ types }: Outline): number {
  return types.reduce((most, { params, results }) => Math.max(most, params.length + results.length), 0);
}

/** Reads some functions of a module, one after the other. */
export class FunctionScan implements Course {
  readonly reader: ByteReader;
  limit = 0;
  /** Of all functions, without their parameters. */
  locals = 0;
  largest = 0;
  readonly #view: DataView;
  readonly #operators: OperatorScan;
  readonly #mostValues: number;
  #left: number;
  #end: number;

  /** The reader stands before the first of so many. */
  constructor(reader: ByteReader, count: number, view: DataView, outline: Outline, uses: Set<OptionalFeature>) {
    this.reader = reader;
    this.#left = count;
    this.#end = reader.at;
    this.#view = view;
    this.#operators = new OperatorScan(reader, outline, uses);
    this.#mostValues = mostValuesOf(outline);
  }

  /** Whether there is code left that can be passed over with the usual steps; all other has been read then. */
  proceed(): boolean {
    const { reader } = this;
    while (reader.fault === undefined) {
      if (reader.at < this.limit) return true;
      if (reader.at < this.#end) this.readOperator();
      else if (reader.at !== this.#end) reader.malformed('a function that does not end where it says');
      else if (this.#left === 0) return false;
      else this.#enter();
    }
    return false;
  }

  readOperator(): void {
    this.#operators.read();
  }

  /** Reads all that is left. */
  finish(): void {
    while (this.proceed()) this.#read(usualSteps);
  }

  #enter(): void {
    const { reader } = this;
    this.#left--;
    const length = reader.u32();
    if (length > moduleCaps.function) {
      reader.stop({ code: 'runtime.too-large', what: 'function', limit: moduleCaps.function });
    }
    this.largest = Math.max(this.largest, length);
    this.#end = reader.at + length;
    this.limit = Math.min(this.#end, reader.bytes.length - 3);
    this.#readLocals();
    this.#readWhatMayAskForMuch();
  }

  #readLocals(): void {
    const { reader } = this;
    const groups = reader.count('locals');
    for (let i = 0; i < groups && reader.fault === undefined; i++) {
      this.locals += reader.u32();
      readValueType(reader);
    }
  }

  /** A function that is long enough to nest too deeply, or to have a validator keep too much, is read in one go. */
  #readWhatMayAskForMuch(): void {
    const { reader } = this;
    const from = reader.at;
    const length = this.#end - from;
    // RT-BULK: a validator keeps what calls and blocks give, and two bytes are enough for one of them.
    if ((length / 2) * this.#mostValues > moduleCaps.values) this.#read(carefulSteps);
    // A block takes three bytes, so that few functions can nest too deeply, and next to none opens so many.
    else if (length > 3 * moduleCaps.nesting) {
      this.#read(blockSteps);
      if (this.#operators.opened <= moduleCaps.nesting || reader.fault !== undefined) return;
      reader.at = from;
      this.#read(carefulSteps);
    }
  }

  #read(table: StepTable): void {
    const { reader } = this;
    this.#operators.restart(table === carefulSteps);
    while (reader.at < this.#end && reader.fault === undefined) {
      passPlain(this, this.#view, table);
      if (reader.at < this.#end) this.#operators.read();
    }
  }
}
