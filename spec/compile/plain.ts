import type { Json, JsonObject } from '../json/value.ts';
import { encodePrettyJson } from '../json/write.ts';
import type { WireValue } from '../operations.ts';

/** The text of a generated JSON file. */
export function jsonFile(value: WireValue): string {
  return `${encodePrettyJson(toJson(value))}\n`;
}

/** Bytes take the form they have on the wire. */
export function toJson(value: WireValue): Json {
  if (value instanceof Uint8Array) return new Map([['$b64', Buffer.from(value).toString('base64')]]);
  if (isList(value)) return value.map(toJson);
  if (value === null || typeof value !== 'object') return value;
  return toJsonObject(value);
}

export function toJsonObject(
  value: ReadonlyMap<string, WireValue> | { readonly [key: string]: WireValue },
): JsonObject {
  const members: readonly (readonly [string, WireValue])[] = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(members.map(([key, member]) => [key, toJson(member)]));
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}
