import type { WireValue } from '#spec/operations.ts';

/** The same value with nothing left open: where a record names some of the keys, a Map names all of them. */
export function exactly(value: WireValue): WireValue {
  if (Array.isArray(value)) return value.map(exactly);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(entries.map(([key, inner]): [string, WireValue] => [key, exactly(inner)]));
}
