import { quote } from '#spec/failure/evidence.ts';
import type { WireValue } from '#spec/operations.ts';

/** Where an answer differs from what a case expects of it, and how. */
export interface Mismatch {
  readonly path: string;
  /** Undefined where nothing more was expected, or nothing was there. */
  readonly expected: WireValue | undefined;
  readonly actual: WireValue | undefined;
}

/**
 * The first difference, undefined where there is none. A record names the keys that matter and passes over others; a
 * Map, a list and every plain value stand for exactly themselves.
 */
export function firstMismatch(
  expected: WireValue,
  actual: WireValue | undefined,
  path = 'value',
): Mismatch | undefined {
  const mismatch = { path, expected, actual };
  if (actual === undefined) return mismatch;
  if (expected instanceof Uint8Array) {
    return actual instanceof Uint8Array && Buffer.compare(expected, actual) === 0 ? undefined : mismatch;
  }
  if (isList(expected)) return isList(actual) ? listMismatch(expected, actual, path) : mismatch;
  const wanted = fieldsOf(expected);
  if (wanted === undefined) return Object.is(expected, actual) ? undefined : mismatch;
  const given = fieldsOf(actual);
  if (given === undefined) return mismatch;
  for (const [key, value] of wanted) {
    const inner = firstMismatch(value, given.get(key), `${path}.${key}`);
    if (inner !== undefined) return inner;
  }
  return expected instanceof Map ? surplusMember(wanted, given, path) : undefined;
}

function surplusMember(wanted: Members, given: Members, path: string): Mismatch | undefined {
  for (const [key, actual] of given) {
    if (!wanted.has(key)) return { path: `${path}.${nameOf(key)}`, expected: undefined, actual };
  }
  return undefined;
}

/** Most keys are words, and one of those that a subject makes up may be anything. */
function nameOf(key: string): string {
  return /^[\w$-]{1,64}$/.test(key) ? key : quote(key);
}

function listMismatch(
  expected: readonly WireValue[],
  actual: readonly WireValue[],
  path: string,
): Mismatch | undefined {
  for (const [index, item] of expected.entries()) {
    const mismatch = firstMismatch(item, actual[index], `${path}[${index}]`);
    if (mismatch !== undefined) return mismatch;
  }
  const { length } = expected;
  return actual.length > length
    ? { path: `${path}[${length}]`, expected: undefined, actual: actual[length] }
    : undefined;
}

type Members = ReadonlyMap<string, WireValue>;

export function fieldsOf(value: WireValue): Members | undefined {
  if (value instanceof Map) return value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || isList(value)) return undefined;
  return new Map(Object.entries(value));
}

export function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}
