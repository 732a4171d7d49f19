import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import type { FunctionType } from '#reference/runtime/rewrite/declarations.ts';
import { external, type Outline, readOutline } from '#reference/runtime/rewrite/outline.ts';

/** Of a module that is one. */
export function outlineOf(bytes: Uint8Array): Outline {
  const reader = new ByteReader(bytes);
  const outline = readOutline(reader, new Set());
  if (reader.fault !== undefined) throw new SyntaxError(JSON.stringify(reader.fault));
  return outline;
}

export function typeOfFunction({ types, functionTypes }: Outline, index: number): FunctionType {
  const type = types[functionTypes[index] ?? -1];
  if (type === undefined) throw new RangeError(`There is no function ${index}.`);
  return type;
}

export function exportedFunction(outline: Outline, name: string) {
  const found = outline.exports.get(name);
  if (found?.kind !== external.function) throw new RangeError(`There is no function ${name}.`);
  return { index: found.index, type: typeOfFunction(outline, found.index) };
}
