import type { WireValue } from '#spec/operations.ts';

/**
 * Where an answer differs from what a case expects of it, as a path; undefined where it does not. A record names the
 * keys that matter and passes over others; a Map, a list and every plain value stand for exactly themselves.
 */
export function firstMismatch(expected: WireValue, actual: WireValue | undefined, path = 'value'): string | undefined {
  if (actual === undefined) return path;
  if (expected instanceof Uint8Array) {
    return actual instanceof Uint8Array && Buffer.compare(expected, actual) === 0 ? undefined : path;
  }
  if (isList(expected)) return listMismatch(expected, actual, path);
  const wanted = fieldsOf(expected);
  if (wanted === undefined) return Object.is(expected, actual) ? undefined : path;
  const given = fieldsOf(actual);
  if (given === undefined) return path;
  for (const [key, value] of wanted) {
    const mismatch = firstMismatch(value, given.get(key), `${path}.${key}`);
    if (mismatch !== undefined) return mismatch;
  }
  const surplus = expected instanceof Map ? [...given.keys()].find((key) => !wanted.has(key)) : undefined;
  return surplus === undefined ? undefined : `${path}.${surplus}`;
}

function listMismatch(expected: readonly WireValue[], actual: WireValue, path: string): string | undefined {
  if (!isList(actual)) return path;
  for (const [index, item] of expected.entries()) {
    const mismatch = firstMismatch(item, actual[index], `${path}[${index}]`);
    if (mismatch !== undefined) return mismatch;
  }
  return actual.length > expected.length ? `${path}[${expected.length}]` : undefined;
}

export function fieldsOf(value: WireValue): ReadonlyMap<string, WireValue> | undefined {
  if (value instanceof Map) return value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || isList(value)) return undefined;
  return new Map(Object.entries(value));
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}
