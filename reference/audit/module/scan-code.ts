import type { OptionalFeature } from '#spec/runtime.ts';
import { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import type { Outline } from '../../runtime/rewrite/outline.ts';
import { sectionId } from '../../runtime/rewrite/sections.ts';
import { FunctionScan } from './function-scan.ts';
import { passPlainOfBoth } from './pass-plain.ts';

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
  if (section === undefined || reader.fault !== undefined) return { functions, largestFunction: 0, locals: 0 };
  reader.at = section.start;
  const count = reader.count('functions');
  const { bytes } = reader;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const half = count >> 1;
  const behind = readerBehind(reader, half);
  // Sizes that lead nowhere are found in turn, by whoever reads the functions that have them.
  const [few, rest] = behind.fault === undefined ? [half, count - half] : [count, 0];
  const first = new FunctionScan(reader, few, view, outline, uses);
  const second = new FunctionScan(behind, rest, view, outline, uses);
  scanBoth(first, second, view);
  first.finish();
  // What is wrong in the order of the bytes comes first, whichever was found first.
  if (reader.fault === undefined) second.finish();
  if (rest > 0 && behind.fault !== undefined) reader.stop(behind.fault);
  return {
    functions,
    largestFunction: Math.max(first.largest, second.largest),
    locals: first.locals + second.locals,
  };
}

/** Until one of them has come to its end. */
function scanBoth(first: FunctionScan, second: FunctionScan, view: DataView): void {
  while (first.proceed() && second.proceed()) passPlainOfBoth(first, second, view)?.readOperator();
}

/** Stands where so many functions end. */
function readerBehind({ bytes, at }: ByteReader, functions: number): ByteReader {
  const reader = new ByteReader(bytes);
  reader.at = at;
  for (let i = 0; i < functions && reader.fault === undefined; i++) reader.skip(reader.u32());
  return reader;
}
