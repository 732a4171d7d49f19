import { limits } from '../constants.ts';
import { JsonReader } from './reader.ts';
import type { Json } from './value.ts';

export type JsonParse =
  | {
      readonly ok: true;
      readonly value: Json;
      /** The paths of the keys that an object holds more than once, down to the eighth level; each stands here once. */
      readonly repeated: readonly (readonly string[])[];
    }
  | { readonly ok: false; readonly problem: string; readonly offset: number };

/** Far above every document of this project, and below the longest string that a JavaScript engine can hold. */
const mostBytes = 256 * 1024 * 1024;

/**
 * ART-JSON: RFC 8259 and nothing else. A repeated key keeps its first place and its last value. Refused although some
 * readers accept them: a byte order mark, a number beyond the range of a double, half of a surrogate pair, and more
 * containers inside each other than `depth`, which only a message to a subject sets higher.
 */
export function parseJson(bytes: Uint8Array, depth: number = limits.jsonDepth): JsonParse {
  return readJson(bytes, depth);
}

/**
 * The same verdict in little memory: of the outermost object only the wanted members are kept, and of what they hold
 * only its kind and whether a list is empty.
 */
export function skimJson(bytes: Uint8Array, wanted: readonly string[]): JsonParse {
  return readJson(bytes, limits.jsonDepth, wanted);
}

function readJson(bytes: Uint8Array, depth: number, wanted?: readonly string[]): JsonParse {
  if (bytes.length > mostBytes) return refuse('the document is longer than 256 MiB', mostBytes);
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse('not UTF-8', firstInvalidByte(bytes));
  const reader = new JsonReader(text, depth, wanted);
  const value = reader.document();
  if (value !== undefined) return { ok: true, value, repeated: reader.repeated };
  return refuse(reader.problem, new TextEncoder().encode(text.slice(0, reader.at)).length);
}

function refuse(problem: string, offset: number): JsonParse {
  return { ok: false, problem: `${problem} at byte ${offset}`, offset };
}

function decodeUtf8(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** Every shorter prefix is the beginning of valid UTF-8 and every longer one is not, so halving finds the border. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    if (decodeUtf8(bytes.subarray(0, middle), true) === undefined) invalid = middle;
    else valid = middle;
  }
  return valid;
}
