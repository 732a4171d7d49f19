import { type Code, flat, list, sized, text, unsigned } from '#fixtures/wasm/encoding.ts';
import {
  answerBody,
  bytesOf,
  codeSection,
  exportSection,
  functionSection,
  header,
  typeSection,
} from './binary-parts.ts';

/** Modules with very many items, written without a list of them: some have megabytes. */

export function manyTypes(count: number): Uint8Array {
  const types = section(1, count, [0x60, 0, 1, 0x7f], repeated([0x60, 0, 0], count - 1));
  return joined(header, types, functionSection, exportSection, codeSection);
}

export function manyImports(count: number): Uint8Array {
  const exports = section(7, 1, [text('run'), 0, unsigned(count)]);
  return joined(
    header,
    typeSection,
    section(2, count, repeated([0, 0, 0, 0], count)),
    functionSection,
    exports,
    codeSection,
  );
}

export function manyFunctions(count: number): Uint8Array {
  const code = section(10, count, repeated(sized(answerBody), count));
  return joined(header, typeSection, section(3, count, new Uint8Array(count)), exportSection, code);
}

export function manyGlobals(count: number): Uint8Array {
  const globals = section(6, count, repeated([0x7f, 0, 0x41, 0, 0x0b], count));
  return joined(header, typeSection, functionSection, globals, exportSection, codeSection);
}

export function manyExports(count: number): Uint8Array {
  const others = Buffer.alloc(6 * (count - 1));
  for (let i = 0; i < count - 1; i++) {
    // The first character of these names comes before every letter.
    others.set([3, (i >> 14) & 63, (i >> 7) & 127, i & 127, 0, 0], 6 * i);
  }
  const exports = section(7, count, [text('run'), 0, 0], others);
  return joined(header, typeSection, functionSection, exports, codeSection);
}

export function manyData(count: number): Uint8Array {
  const data = section(11, count, repeated([1, 0], count));
  return joined(header, typeSection, functionSection, exportSection, codeSection, data);
}

export function manyElements(count: number): Uint8Array {
  const elements = section(9, count, repeated([1, 0, 0], count));
  return joined(header, typeSection, functionSection, exportSection, elements, codeSection);
}

/** A function's body of so many bytes, nearly all of which do nothing. */
export function longBody(length: number): Uint8Array {
  const start = flat([list([]), 0x41, 42]);
  const nothing = repeated([0x01], length - start.length - 1);
  const code = joined(start, nothing, [0x0b]);
  return joined(header, typeSection, functionSection, exportSection, section(10, 1, unsigned(code.length), code));
}

export function nestedBlocks(depth: number): Uint8Array {
  const code = flat([list([]), Array(depth).fill([0x02, 0x40]), Array(depth).fill(0x0b), 0x41, 42, 0x0b]);
  return bytesOf(header, typeSection, functionSection, exportSection, [10, sized(list([sized(code)]))]);
}

type Part = Code | Uint8Array;

function section(id: number, count: number, ...parts: readonly Part[]): Uint8Array {
  const content = joined(unsigned(count), ...parts);
  return joined([id, unsigned(content.length)], content);
}

function joined(...parts: readonly Part[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (part instanceof Uint8Array ? part : Uint8Array.from(flat(part)))));
}

function repeated(unit: Code, count: number): Uint8Array {
  const bytes = Uint8Array.from(flat(unit));
  return Buffer.alloc(bytes.length * count, bytes);
}
