/**
 * A JSON document with nothing lost: an integer literal is a bigint, a literal with a fraction or an exponent is a
 * number, and an object keeps every key, `__proto__` and `0` included, in the order of the text.
 */
export type Json = null | boolean | string | bigint | number | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
