import type { Operation, WireValue } from '../operations.ts';
import { operationSchemas } from '../schema/operations.ts';
import { object, ref, type Schema } from '../schema/schema.ts';
import { wireSchemas } from '../schema/wire.ts';

/**
 * Where bytes stand in an input or a value. Everywhere else an object with a key `$b64` is JSON like any other, so a
 * manifest may hold one.
 */
export type BytePlaces =
  | { readonly kind: 'bytes' }
  | { readonly kind: 'items'; readonly each: BytePlaces }
  | { readonly kind: 'members'; readonly places: ReadonlyMap<string, BytePlaces> };

const bytesRef = ref('bytes')['$ref'];
const namedBytesRef = ref('namedBytes')['$ref'];
const known = new Map<string, BytePlaces | undefined>();

/** Undefined where an operation has no bytes at all. */
export function bytePlaces(operation: Operation, part: 'input' | 'value'): BytePlaces | undefined {
  const key = `${operation} ${part}`;
  if (!known.has(key)) known.set(key, placesIn(object(operationSchemas[operation][part])));
  return known.get(key);
}

function placesIn(schema: WireValue | undefined): BytePlaces | undefined {
  if (!isSchema(schema)) return undefined;
  const { $ref, anyOf, items, properties } = schema;
  if ($ref === bytesRef) return { kind: 'bytes' };
  if ($ref === namedBytesRef) return placesIn(wireSchemas.namedBytes);
  if (Array.isArray(anyOf)) return placesIn(anyOf[0]);
  const each = placesIn(items);
  if (each !== undefined) return { kind: 'items', each };
  if (!isSchema(properties)) return undefined;
  const places = new Map<string, BytePlaces>();
  for (const [name, member] of Object.entries(properties)) {
    const inner = placesIn(member);
    if (inner !== undefined) places.set(name, inner);
  }
  return places.size === 0 ? undefined : { kind: 'members', places };
}

function isSchema(value: WireValue | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
