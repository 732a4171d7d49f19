import { fail, ok, type Result } from '#spec/result.ts';
import { keySegment } from '../field-path.ts';
import { isTomlArray, isTomlTable, type TomlValue } from '../toml/value.ts';
import { type Reader, within, wrongType } from './reader.ts';

/** One key of a table, or one place of its positional form. */
interface Field<T> {
  readonly key: string;
  readonly alias: string | undefined;
  readonly read: Reader<T>;
  readonly absent: Result<T>;
}

export function required<T>(key: string, read: Reader<T>, alias?: string): Field<T> {
  return { key, alias, read, absent: fail({ code: 'manifest.missing-key', path: key }) };
}

export function optional<T, D>(key: string, read: Reader<T>, fallback: D): Field<T | D> {
  return { key, alias: undefined, read, absent: ok(fallback) };
}

/** A table that may be absent because each of its own keys may be. */
export function optionalTable<T>(key: string, read: Reader<T>): Field<T> {
  return { key, alias: undefined, read, absent: read(Object.create(null)) };
}

type Fields = { readonly [name: string]: Field<unknown> };
type Decoded<F extends Fields> = { readonly [N in keyof F]: F[N] extends Field<infer T> ? T : never };

interface Column extends Field<unknown> {
  readonly name: string;
  readonly place: number;
}

/** A table with the given fields and no others. Their order is that of the positional form. */
export function tableOf<F extends Fields>(fields: F): Reader<Decoded<F>> {
  const columns = Object.entries(fields).map(([name, field], place): Column => ({ ...field, name, place }));
  const byKey = new Map<string, Column>();
  for (const column of columns) byKey.set(column.alias ?? column.key, column).set(column.key, column);

  return (value) => {
    // MAN-POSITIONAL: an array gives the fields in order; what it holds beyond them is ignored.
    if (isTomlArray(value)) return decode(columns, value);
    if (!isTomlTable(value)) return wrongType('a table');
    const values: (TomlValue | undefined)[] = [];
    for (const key of Object.keys(value)) {
      const column = byKey.get(key);
      // MAN-UNKNOWN-KEYS: a misspelt limit would otherwise be no limit.
      if (column === undefined) return fail({ code: 'manifest.unknown-key', path: keySegment(key) });
      const { place, key: path, alias = key } = column;
      // MAN-ALIASES: one field by two names is given twice.
      if (values[place] !== undefined) return fail({ code: 'manifest.alias-clash', path, alias });
      values[place] = value[key];
    }
    return decode(columns, values);
  };
}

function decode<D>(columns: readonly Column[], values: readonly (TomlValue | undefined)[]): Result<D> {
  const record: { [name: string]: unknown } = {};
  for (const { name, place, key, read, absent } of columns) {
    const value = values[place];
    const decoded = value === undefined ? absent : within(key, read(value));
    if (!decoded.ok) return decoded;
    record[name] = decoded.value;
  }
  // Every column has filled its own name with what its own reader made.
  return ok(record as D);
}
