import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { encodeFloat } from './encode-float.ts';
import { encodeKey, encodeString } from './encode-string.ts';

/** What stands behind an equals sign. A null has no form in TOML and is refused before anything is written. */
export function encodeValue(value: Json): string {
  if (isJsonArray(value)) return encodeArray(value.map(encodeValue));
  if (isJsonObject(value)) return encodeInlineTable([...value]);
  switch (typeof value) {
    case 'string':
      return encodeString(value);
    case 'number':
      return encodeFloat(value);
    default:
      return String(value);
  }
}

/** One line for each of two items or more. The indentation of an array within an array is no deeper. */
function encodeArray(items: readonly string[]): string {
  return items.length < 2 ? `[${items.join('')}]` : `[\n${items.map((item) => `    ${item},\n`).join('')}]`;
}

function encodeInlineTable(members: readonly (readonly [string, Json])[]): string {
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, value]) => `${encodeKey(key)} = ${encodeValue(value)}`).join(', ')} }`;
}
