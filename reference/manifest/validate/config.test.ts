import { expect, test } from 'vitest';
import { extended, verdictOn } from '../samples.ts';

const accepted = 'accepted';

function config(lines: string): string {
  return verdictOn(extended(`[operator.config]\n${lines}`));
}

function property(fields: string): string {
  return config(`properties.a = { ${fields} }`);
}

test('the version of a config is any number but 0 (MAN-CONFIG-VERSION)', () => {
  expect(config('')).toBe(accepted);
  expect(config('schema_version = 4294967295')).toBe(accepted);
  expect(config('schema_version = 0')).toBe('manifest.config-version');
});

test('a required key is a property, letter by letter (MAN-CONFIG-REQUIRED)', () => {
  const required = (keys: string, property: string) =>
    config(`required = ${keys}\nproperties."${property}".type = "string"`);
  expect(required('["a", "a"]', 'a')).toBe(accepted);
  expect(required('[" a"]', ' a')).toBe(accepted);
  expect(required('[" a"]', 'a')).toBe('manifest.unknown-required-property');
  expect(required('["constructor"]', 'a')).toBe('manifest.unknown-required-property');
  expect(required('["__proto__"]', '__proto__')).toBe(accepted);
  expect(required('["A"]', 'A')).toBe('manifest.bad-label');
});

test('the key of a property is a label (MAN-LABEL)', () => {
  for (const key of ['', 'A', 'a:b', 'é']) {
    expect(config(`properties."${key}".type = "string"`), key).toBe('manifest.bad-label');
  }
});

test('the texts of a property say something (MAN-NOT-BLANK)', () => {
  expect(property('type = "string", title = "x", description = "y"')).toBe(accepted);
  expect(property('type = "string", title = " "')).toBe('manifest.blank');
  expect(property('type = "string", description = ""')).toBe('manifest.blank');
});

test('properties are judged in the byte order of their keys (MAN-ORDER)', () => {
  const two = 'properties.b = { type = "string", title = "" }\nproperties.';
  expect(config(`${two}a = { type = "string", default = 1 }`)).toBe('manifest.bad-default');
  expect(config(`${two}c = { type = "string", default = 1 }`)).toBe('manifest.blank');
});

test.each([
  ['type = "string", enum_values = ["a", "b"]', accepted],
  ['type = "integer", enum_values = []', accepted],
  ['type = "integer", enum_values = ["1"]', 'manifest.bad-enum-values'],
  ['type = "string_list", enum_values = ["a"]', 'manifest.bad-enum-values'],
  ['type = "string", enum_values = ["a", " "]', 'manifest.bad-enum-values'],
  ['type = "string", enum_values = ["a", " a"]', 'manifest.bad-enum-values'],
  ['type = "string", enum_values = ["a", "A"]', accepted],
])('{ %s }: %s (MAN-CONFIG-ENUM)', (fields, verdict) => {
  expect(property(fields)).toBe(verdict);
});

test.each([
  ['string', '"x"'],
  ['string', '""'],
  ['integer', '1'],
  ['integer', '9223372036854775808'],
  ['integer', '-9223372036854775808'],
  ['number', '1'],
  ['number', '1.0'],
  ['number', '18446744073709551615'],
  ['boolean', 'false'],
  ['string_list', '[]'],
  ['string_list', '["a", "a"]'],
])('a default for %s may be %s (MAN-CONFIG-DEFAULT)', (type, value) => {
  expect(property(`type = "${type}", default = ${value}`)).toBe(accepted);
});

test.each([
  ['string', '1'],
  ['string', '1979-05-27'],
  ['integer', '1.0'],
  ['integer', '"1"'],
  ['integer', 'nan'],
  ['number', 'inf'],
  ['number', '1979-05-27'],
  ['boolean', '0'],
  ['string_list', '"a"'],
  ['string_list', '["a", 1]'],
  ['string_list', '{}'],
])('a default for %s may not be %s (MAN-CONFIG-DEFAULT)', (type, value) => {
  expect(property(`type = "${type}", default = ${value}`)).toBe('manifest.bad-default');
});

test('a default is one of the listed values, letter by letter (MAN-CONFIG-DEFAULT)', () => {
  const listed = (value: string) => property(`type = "string", enum_values = [" a", "b"], default = "${value}"`);
  expect(listed('b')).toBe(accepted);
  expect(listed(' a')).toBe(accepted);
  expect(listed('a')).toBe('manifest.bad-default');
  expect(listed('B')).toBe('manifest.bad-default');
});
