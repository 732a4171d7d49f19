import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { encodeKey } from './encode-string.ts';
import { encodeValue } from './encode-value.ts';

/**
 * BUILD-MANIFEST: one layout for everybody, so that two builders sign the same bytes. Tables stand in the order of
 * their fields, a parent before its children, each with its plain values first, and one empty line between two.
 *
 * Undefined where the text would be longer than `limit`: each header repeats the keys of all its parents, so a few
 * megabytes of keys and empty tables can ask for terabytes.
 */
export function encodeToml(document: JsonObject, limit: number): string | undefined {
  const tables: string[] = [];
  let length = 0;
  for (const table of printTables(document, '', 'root')) {
    length += table.length;
    if (length > limit) return undefined;
    tables.push(table);
  }
  return tables.join('\n');
}

type Kind = 'root' | 'table' | 'element';

function* printTables(table: JsonObject, path: string, kind: Kind): Generator<string> {
  const members = [...table];
  const plain = members.filter(([, value]) => !isJsonObject(value) && !isArrayOfTables(value));
  // A table that holds nothing but tables is implied by their headers; an element of an array never is.
  const isImplied = kind !== 'element' && plain.length === 0 && members.length > 0;
  if (!isImplied) {
    const lines = plain.map(([key, value]) => `${encodeKey(key)} = ${encodeValue(value)}\n`);
    yield headerLine(path, kind) + lines.join('');
  }
  for (const [key, value] of members) {
    const childPath = path === '' ? encodeKey(key) : `${path}.${encodeKey(key)}`;
    if (isJsonObject(value)) yield* printTables(value, childPath, 'table');
    else if (isArrayOfTables(value)) for (const element of value) yield* printTables(element, childPath, 'element');
  }
}

function headerLine(path: string, kind: Kind): string {
  switch (kind) {
    case 'root':
      return '';
    case 'table':
      return `[${path}]\n`;
    case 'element':
      return `[[${path}]]\n`;
    default:
      return kind satisfies never;
  }
}

function isArrayOfTables(value: Json): value is readonly JsonObject[] {
  return isJsonArray(value) && value.length > 0 && value.every(isJsonObject);
}
