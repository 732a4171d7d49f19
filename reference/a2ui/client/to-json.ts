import type { Json, JsonObject } from '#spec/json/value.ts';
import type { Component, NormalDocument } from './document.ts';
import { governanceToJson } from './governance.ts';

/** The JSON that a client's patches are applied to. */
export function normalDocumentToJson({ surface, components, experimental }: NormalDocument): JsonObject {
  return new Map<string, Json>([
    ['v', 1n],
    ['surface', surface],
    ['components', components.map(componentToJson)],
    ...(experimental === undefined ? [] : [['experimental', governanceToJson(experimental)] as const]),
  ]);
}

function componentToJson({ id, type, ...props }: Component): JsonObject {
  return new Map<string, Json>([
    ['id', id],
    ['type', type],
    ['props', toJson(props)],
  ]);
}

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

function toJson(value: Plain): Json {
  // A2C-WHOLE-NUMBERS: without a fraction.
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map(toJson);
  return new Map(Object.entries(value).map(([key, each]) => [key, toJson(each)]));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
