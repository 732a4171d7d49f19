import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import type { RecordProblem } from './problem.ts';

export type RecordResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: RecordProblem };

export type Reader<T> = (value: Json, path: string) => RecordResult<T>;

/** What is read is repeated in answers and kept on disk, so neither a list nor a text is without an end. */
const caps = { items: 1000, bytes: 4096 };

export function refuse(problem: RecordProblem): { readonly ok: false; readonly problem: RecordProblem } {
  return { ok: false, problem };
}

export function wrongType(path: string, wanted: string) {
  return refuse({ kind: 'wrong-type', path, wanted });
}

export const readFlag: Reader<boolean> = (value, path) =>
  typeof value === 'boolean' ? { ok: true, value } : wrongType(path, 'true or false');

export const readText = textUpTo(caps.bytes);

export function textUpTo(limit: number): Reader<string> {
  return (value, path) => {
    if (typeof value !== 'string') return wrongType(path, 'a string');
    const actual = Buffer.byteLength(value);
    return actual <= limit ? { ok: true, value } : refuse({ kind: 'too-large', path, actual, limit });
  };
}

export const readU32 = unsigned(32);
export const readU64 = unsigned(64);

export const readI64: Reader<bigint> = (value, path) =>
  typeof value === 'bigint' && BigInt.asIntN(64, value) === value
    ? { ok: true, value }
    : wrongType(path, 'an integer of 64 bits');

/** A value that is handed on as it is. */
export const readAny: Reader<Json> = (value) => ({ ok: true, value });

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? { ok: true, value } : read(value, path));
}

function unsigned(bits: number): Reader<bigint> {
  return (value, path) => {
    if (typeof value === 'bigint' && BigInt.asUintN(bits, value) === value) return { ok: true, value };
    return wrongType(path, `an integer of ${bits} bits without a sign`);
  };
}

export function nameAmong<N extends string>(names: readonly N[]): Reader<N> {
  return (value, path) => {
    if (typeof value !== 'string') return wrongType(path, 'a string');
    const name = names.find((each) => each === value);
    return name === undefined ? refuse({ kind: 'unknown-name', path, name: value }) : { ok: true, value: name };
  };
}

export function listOf<T>(read: Reader<T>, limit = caps.items): Reader<readonly T[]> {
  return (value, path) => {
    if (!isJsonArray(value)) return wrongType(path, 'an array');
    if (value.length > limit) return refuse({ kind: 'too-large', path, actual: value.length, limit });
    const items: T[] = [];
    for (const [index, each] of value.entries()) {
      const item = read(each, `${path}[${index}]`);
      if (!item.ok) return item;
      items.push(item.value);
    }
    return { ok: true, value: items };
  };
}

interface Field<T> {
  readonly key: string;
  readonly read: Reader<T>;
  readonly fallback: T | undefined;
}

export function required<T>(key: string, read: Reader<T>): Field<T> {
  return { key, read, fallback: undefined };
}

export function optional<T>(key: string, read: Reader<T>, fallback: T): Field<T> {
  return { key, read, fallback };
}

type Fields = { readonly [name: string]: Field<unknown> };
type Decoded<F extends Fields> = { readonly [N in keyof F]: F[N] extends Field<infer T> ? T : never };

/** An object with the given fields; what else it holds is refused first, or not looked at. */
export function recordOf<F extends Fields>(fields: F, others: 'refused' | 'ignored'): Reader<Decoded<F>> {
  const keys = new Set(Object.values(fields).map(({ key }) => key));
  return (value, path) => {
    if (!isJsonObject(value)) return wrongType(path, 'an object');
    const unknown = others === 'refused' ? [...value.keys()].find((key) => !keys.has(key)) : undefined;
    if (unknown !== undefined) return refuse({ kind: 'unknown-field', path, field: unknown });

    const record: { [name: string]: unknown } = {};
    for (const [name, { key, read, fallback }] of Object.entries(fields)) {
      const given = value.get(key);
      const place = path === '' ? key : `${path}.${key}`;
      if (given === undefined && fallback === undefined) return refuse({ kind: 'missing-field', path: place });
      const decoded = given === undefined ? { ok: true as const, value: fallback } : read(given, place);
      if (!decoded.ok) return decoded;
      record[name] = decoded.value;
    }
    // Every field has filled its own name with what its own reader made.
    return { ok: true, value: record as Decoded<F> };
  };
}
