import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { datetimeKey } from '#spec/constants.ts';
import { parseToml } from './parse-toml.ts';
import { isTomlArray, type TomlValue } from './value.ts';

const vectors = process.env['PALYRA_VECTORS'] ?? join(import.meta.dirname, '../../../../shared/vectors');
const folder = join(vectors, 'toml-test/tests');
const isThere = existsSync(folder);
const documents = isThere ? readFileSync(join(folder, 'files-toml-1.1.0'), 'utf8').split('\n') : [];

test.skipIf(!isThere)('every valid document of toml-test has the value it should have (MAN-TOML)', () => {
  const valid = documents.filter((name) => /^valid\/.*\.toml$/.test(name));
  expect(valid.length).toBeGreaterThan(200);
  for (const name of valid) {
    const expected: Tagged = JSON.parse(readFileSync(join(folder, name.replace(/toml$/, 'json')), 'utf8'));
    const parsed = parseToml(readFileSync(join(folder, name)));
    expect(parsed.ok && tag(parsed.value), name).toEqual(canonical(expected));
  }
});

test.skipIf(!isThere)('every invalid document of toml-test is refused (MAN-TOML)', () => {
  const invalid = documents.filter((name) => name.startsWith('invalid/'));
  expect(invalid.length).toBeGreaterThan(450);
  expect(invalid.filter((name) => parseToml(readFileSync(join(folder, name))).ok)).toEqual([]);
});

/** The form in which the suite writes values: scalars are texts with a type. */
type Tagged =
  | { readonly type: string; readonly value: string }
  | readonly Tagged[]
  | { readonly [key: string]: Tagged };

function tag(value: TomlValue): Tagged {
  switch (typeof value) {
    case 'string':
      return { type: 'string', value };
    case 'bigint':
      return { type: 'integer', value: String(value) };
    case 'number':
      return { type: 'float', value: canonicalFloat(String(value)) };
    case 'boolean':
      return { type: 'bool', value: String(value) };
    default:
      return isTomlArray(value) ? value.map(tag) : tagTable(value);
  }
}

function tagTable(table: { readonly [key: string]: TomlValue }): Tagged {
  const datetime = table[datetimeKey];
  if (typeof datetime === 'string') return { type: typeOfDatetime(datetime), value: canonicalDatetime(datetime) };
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, tag(value)]));
}

function typeOfDatetime(text: string): string {
  if (!text.includes('-')) return 'time-local';
  if (!text.includes('T')) return 'date-local';
  return /(Z|[+-]\d\d:\d\d)$/.test(text) ? 'datetime' : 'datetime-local';
}

/** What the suite expects, with one spelling for each float and each time. */
function canonical(expected: Tagged): Tagged {
  if (isList(expected)) return expected.map(canonical);
  if (!isScalar(expected))
    return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, canonical(value)]));
  const { type, value } = expected;
  if (type === 'float') return { type, value: canonicalFloat(value) };
  return /date|time/.test(type) ? { type, value: canonicalDatetime(value) } : expected;
}

function isList(value: Tagged): value is readonly Tagged[] {
  return Array.isArray(value);
}

function isScalar(value: Tagged): value is { readonly type: string; readonly value: string } {
  return !isList(value) && typeof value['type'] === 'string';
}

function canonicalFloat(text: string): string {
  return String(Number(text.replace('inf', 'Infinity')));
}

function canonicalDatetime(text: string): string {
  return text.replace(/^(.*T)?(\d\d:\d\d)(?!:)/, '$1$2:00').replace(/(\.\d*?)0+(?!\d)/, '$1');
}
