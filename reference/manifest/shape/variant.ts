import { fail, ok, type Result } from '#spec/result.ts';
import { isTomlArray, isTomlTable, type TomlValue } from '../toml/value.ts';
import { type Reader, wrongType } from './reader.ts';

/** MAN-ENUMS: one of a few words, exactly as they are written. */
export function oneOf<const V extends string>(variants: readonly V[]): Reader<V> {
  return (value) => {
    const name = nameOfVariant(value);
    if (!name.ok) return name;
    const variant = variants.find((candidate) => candidate === name.value);
    return variant === undefined
      ? fail({ code: 'manifest.unknown-variant', path: '', value: name.value })
      : ok(variant);
  };
}

/** MAN-ENUM-TABLE: the word, or a table with the word as its one key, which holds nothing. */
function nameOfVariant(value: TomlValue): Result<string> {
  if (typeof value === 'string') return ok(value);
  const wanted = 'a string, or a table with one key that holds an empty table';
  if (!isTomlTable(value)) return wrongType(wanted);
  const [only, ...others] = Object.entries(value);
  return only !== undefined && others.length === 0 && isEmpty(only[1]) ? ok(only[0]) : wrongType(wanted);
}

function isEmpty(value: TomlValue): boolean {
  return isTomlArray(value) ? value.length === 0 : isTomlTable(value) && Object.keys(value).length === 0;
}
