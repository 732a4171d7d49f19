/**
 * A document as it was written: integers are bigint, floats are number, and a date-time is the table that stands for
 * one. Tables are records without a prototype, so `__proto__` is a key like any other.
 */
export type TomlValue = string | bigint | number | boolean | readonly TomlValue[] | TomlTable;

export interface TomlTable {
  readonly [key: string]: TomlValue;
}

export function isTomlArray(value: TomlValue): value is readonly TomlValue[] {
  return Array.isArray(value);
}

export function isTomlTable(value: TomlValue): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value);
}
