import { moduleCaps } from '#spec/constants.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { i64, readValueType } from './value-type.ts';

/** A local with another index than the guest gave it. */
interface Moved {
  readonly from: number;
  readonly to: number;
}

export const unmoved: Moved = { from: -1, to: -1 };

export interface Locals {
  /** The guest's own, its parameters included. */
  readonly count: number;
  /** The local that counts. */
  readonly counting: number;
  readonly moved: Moved;
}

/**
 * The guest's locals, with the one that counts: behind them, or else as the last parameter. There it has the index of
 * the guest's first local, which moves behind all others.
 */
export function declareLocals(reader: ByteReader, out: ByteWriter, params: number, countsInParameter: boolean): Locals {
  const groups = reader.count('locals');
  const start = reader.at;
  let [end, type, firstCount, locals, firstStart] = [start, 0, 0, params, start];
  for (let i = 0; i < groups && reader.fault === undefined; i++) {
    const { at } = reader;
    const count = reader.u32();
    const valueType = readValueType(reader);
    if (firstCount === 0) [end, type, firstCount, firstStart] = [reader.at, valueType, count, at];
    locals += count;
  }
  if (locals > moduleCaps.locals) reader.stop({ code: 'runtime.too-large', what: 'locals', limit: moduleCaps.locals });
  if (!countsInParameter) {
    out.u32(groups + 1);
    out.copy(reader.bytes, start, reader.at);
    declare(out, 1, i64);
    return { count: locals, counting: locals, moved: unmoved };
  }
  if (firstCount === 0) {
    out.u32(groups);
    out.copy(reader.bytes, start, reader.at);
    return { count: locals, counting: params, moved: unmoved };
  }
  out.u32(groups + 1);
  out.copy(reader.bytes, start, firstStart);
  declare(out, firstCount - 1, type);
  out.copy(reader.bytes, end, reader.at);
  declare(out, 1, type);
  return { count: locals, counting: params, moved: { from: params, to: locals } };
}

function declare(out: ByteWriter, count: number, type: number): void {
  out.u32(count);
  out.u8(type);
}
