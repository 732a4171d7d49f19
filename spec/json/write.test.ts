import { expect, test } from 'vitest';
import { parseJson } from './parse.ts';
import type { Json } from './value.ts';
import { encodeJson, encodePrettyJson } from './write.ts';

test.each<[string, Json]>([
  ['0', 0n],
  ['18446744073709551615', 18446744073709551615n],
  ['-9223372036854775808', -9223372036854775808n],
  ['0.0', 0],
  ['-0.0', -0],
  ['1.0', 1],
  ['-1.5', -1.5],
  ['0.1', 0.1],
  ['0.00001', 1e-5],
  ['1e-6', 1e-6],
  ['1.5e-7', 1.5e-7],
  ['1000000000000000.0', 1e15],
  ['1e+16', 1e16],
  ['9999999999999998.0', 9999999999999998],
  ['1.2345678901234568e+17', 123456789012345680],
  ['-1.7976931348623157e+308', -Number.MAX_VALUE],
  ['5e-324', Number.MIN_VALUE],
  ['null', Number.NaN],
  ['null', Number.NEGATIVE_INFINITY],
])(
  'a number is written %s: integers exactly, doubles with the fewest digits and a sign of being one (MAN-FREE-FORM)',
  (text, value) => {
    expect(encodeJson(value)).toBe(text);
  },
);

test('strings escape the quote, the backslash and the C0 controls, and nothing else (BUILD-RECORD)', () => {
  expect(encodeJson('"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀')).toBe(
    '"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é😀"',
  );
});

const nested: Json = new Map<string, Json>([
  ['z', [1n, [], new Map()]],
  ['a', new Map<string, Json>([['__proto__', null]])],
]);

test('the compact form has no spaces and keeps the order of the keys (BUILD-RECORD)', () => {
  expect(encodeJson(nested)).toBe('{"z":[1,[],{}],"a":{"__proto__":null}}');
});

test('the pretty form has two spaces a level, one member a line and no final newline (BUILD-RECORD)', () => {
  expect(encodePrettyJson(nested)).toBe(`{
  "z": [
    1,
    [],
    {}
  ],
  "a": {
    "__proto__": null
  }
}`);
});

test('a value deeper than any stack is written (BUILD-RECORD)', () => {
  let value: Json = [];
  for (let level = 1; level < 200_000; level++) value = [value];
  expect(encodeJson(value)).toBe('['.repeat(200_000) + ']'.repeat(200_000));
});

test('the pretty form reads back (BUILD-RECORD)', () => {
  expect(parseJson(Buffer.from(encodePrettyJson(nested)))).toEqual({ ok: true, value: nested, repeated: [] });
});

test('a document is written alike above and below the level where the way of writing changes', () => {
  let value: Json = 'leaf';
  for (let level = 0; level < 100; level++) {
    value =
      level % 2 === 0
        ? [value, BigInt(level)]
        : new Map<string, Json>([
            ['a', value],
            ['"', 0.5],
          ]);
  }
  const text = encodeJson(value);
  expect(text).not.toMatch(/\s/);
  expect(parseJson(Buffer.from(text))).toMatchObject({ ok: true, value });
});
