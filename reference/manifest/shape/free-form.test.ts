import { expect, test } from 'vitest';
import { datetimeKey } from '#spec/constants.ts';
import { parseManifest } from '../parse.ts';
import { parsed, replaced } from '../samples.ts';

function withSchema(toml: string): string {
  return replaced('output_schema = {}', `output_schema = ${toml}`);
}

function schema(toml: string) {
  return parsed(withSchema(toml)).entrypoints.tools[0]?.outputSchema;
}

function failure(toml: string) {
  const result = parseManifest(Buffer.from(withSchema(toml)));
  return result.ok ? undefined : result.failure;
}

test('integers and floats keep their kind and their digits (MAN-FREE-FORM)', () => {
  const numbers = '{ a = [1, 1.0, -0.0, -0, 9007199254740993, 18446744073709551615, -9223372036854775808] }';
  const expected = [1n, 1, -0, 0n, 9007199254740993n, 2n ** 64n - 1n, -(2n ** 63n)];
  expect(schema(numbers)).toEqual(new Map([['a', expected]]));
});

test('an integer beyond 64 bits is refused where it stands (MAN-NUMBER-RANGE)', () => {
  for (const literal of [String(2n ** 64n), String(-(2n ** 63n) - 1n)]) {
    const path = 'entrypoints.tools[0].output_schema.a[1].b';
    expect(failure(`{ a = [0, { b = ${literal} }] }`)).toEqual({ code: 'manifest.number-range', path, literal });
  }
});

test('infinities and what is no number become null (MAN-FREE-NONFINITE)', () => {
  expect(schema('{ a = [inf, -inf, nan] }')).toEqual(new Map([['a', [null, null, null]]]));
});

test('a date becomes an object with one key, which makes it a schema (MAN-FREE-DATETIME)', () => {
  expect(schema('1979-05-27')).toEqual(new Map([[datetimeKey, '1979-05-27']]));
  expect(schema('{ a = 07:32:00.000 }')).toEqual(new Map([['a', new Map([[datetimeKey, '07:32:00.0']])]]));
  expect(schema(`{ "${datetimeKey}" = "any text" }`)).toEqual(new Map([[datetimeKey, 'any text']]));
});

test('the keys of every table come in byte order, whatever they are (MAN-FREE-FORM)', () => {
  const object = schema('{ b = { z = 1, y = 2 }, "😀" = 1, "～" = 2, 10 = 3, 9 = 4, __proto__ = { constructor = 5 } }');
  expect(object).toBeInstanceOf(Map);
  if (!(object instanceof Map)) return;
  expect([...object.keys()]).toEqual(['10', '9', '__proto__', 'b', '～', '😀']);
  expect([...object.get('b').keys()]).toEqual(['y', 'z']);
  expect(object.get('__proto__')).toEqual(new Map([['constructor', 5n]]));
});

test('arrays keep their order and may mix types (MAN-FREE-FORM)', () => {
  expect(schema('{ a = [2, "x", [], {}, true] }')).toEqual(new Map([['a', [2n, 'x', [], new Map(), true]]]));
});
