import { type Code, flat, list, sized, text, unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { moduleHeader } from '#fixtures/wasm/wasm-module.ts';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import type { Outline } from '#reference/runtime/rewrite/outline.ts';
import { sectionId } from '#reference/runtime/rewrite/sections.ts';
import { outlineOf, typeOfFunction } from '../outline-of.ts';
import { f32, f64, v128 } from '../value-types.ts';
import { digestLocals, digestOfResults } from './result-digest.ts';

/** A call of one of a module's functions, with code that pushes what the function takes. */
export interface Call {
  readonly function: number;
  readonly given: Code;
}

interface Enclosed {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly entrypoints: readonly string[];
}

/** What a type has instead of a value where any would do. */
const zeros: Readonly<Record<number, Code>> = {
  [op.i32]: op.i32Const(0),
  [op.i64]: op.i64Const(0),
  [f32]: [0x43, 0, 0, 0, 0],
  [f64]: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
  [v128]: [0xfd, 0x0c, ...new Uint8Array(16)],
  [op.funcref]: op.refNull,
};

function zeroOf(type: number): Code {
  return zeros[type] ?? [];
}

/**
 * The module with an entrypoint for each call. The functions that it imports become functions of its own that do
 * nothing, so no index changes; where it imports anything else it stays as open as it was, and there is no module.
 */
export function enclose(
  bytes: Uint8Array<ArrayBuffer>,
  callsOf: (outline: Outline) => readonly Call[],
): Enclosed | undefined {
  const outline = outlineOf(bytes);
  if (outline.imports.some(({ type }) => type === undefined)) return undefined;
  const calls = callsOf(outline);
  const { types, functionTypes, imports } = outline;
  const entrypoints = calls.map((_, i) => nameOf(outline, i));
  const runType = types.length;
  const own = functionTypes.slice(imports.length);
  const added: Readonly<Record<number, readonly [before: readonly Code[], after: readonly Code[]]>> = {
    [sectionId.type]: [[], [[0x60, 0, 1, op.i32]]],
    [sectionId.function]: [functionTypes.slice(0, imports.length).map(unsigned), calls.map(() => unsigned(runType))],
    [sectionId.export]: [
      [],
      entrypoints.map((name, i) => [text(name), 0x00, unsigned(imports.length + own.length + i)]),
    ],
    [sectionId.code]: [
      imports.map(({ type }) => body([], (type?.results ?? []).map(zeroOf))),
      calls.map((call) => body(digestLocals, runOf(outline, call))),
    ],
  };
  const order = [1, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11];
  const sections = order.map((id): Code => {
    const [before, after] = added[id] ?? [[], []];
    if (before.length + after.length > 0) return extended(bytes, outline, id, before, after);
    const section = outline.sections.get(id);
    return section === undefined ? [] : [id, sized([...bytes.subarray(section.start, section.end)])];
  });
  return { module: new Uint8Array(flat([moduleHeader, sections])), entrypoints };
}

/** Names that the guest has not taken. */
function nameOf({ exports }: Outline, position: number): string {
  let name = `run-${position}`;
  while (exports.has(name)) name += '+';
  return name;
}

function runOf(outline: Outline, { function: index, given }: Call): Code {
  return [given, op.call(index), digestOfResults(typeOfFunction(outline, index))];
}

function body(locals: readonly number[], code: Code): Code {
  return sized([list(locals.map((type) => [1, type])), code, op.end]);
}

function extended(
  bytes: Uint8Array,
  { sections }: Outline,
  id: number,
  before: readonly Code[],
  after: readonly Code[],
): Code {
  const section = sections.get(id);
  const reader = new ByteReader(bytes);
  reader.at = section?.start ?? 0;
  const count = section === undefined ? 0 : reader.u32();
  const items = bytes.subarray(reader.at, section?.end ?? reader.at);
  return [id, sized([unsigned(before.length + count + after.length), before, [...items], after])];
}
