import { expect, test } from 'vitest';
import { parseToml } from '../parse-toml.ts';
import { encodeKey, encodeString } from './encode-string.ts';

test.each([
  ['', '""'],
  ['plain ～ \u0085', '"plain ～ \u0085"'],
  ["it's", `"it's"`],
  ['a\tb', '"a\\tb"'],
  ['say "x"', `'say "x"'`],
  ['a\\b\tc', `'a\\b\tc'`],
  [`"'`, `""""'"""`],
  [`'a"`, `"""'a""""`],
  [`\\'`, `'''\\''''`],
  ['a\nb', '"""\na\nb"""'],
  ['\n', '"""\n\n"""'],
  ['a\n\tb', '"""\na\n\\tb"""'],
  ['a\\\nb', `'''\na\\\nb'''`],
  ['"""\n', `'''\n"""\n'''`],
  [`"""'''\n\\`, `"""\n""\\"'''\n\\\\"""`],
  ['""""""\'\'\'\n\\', `"""\n""\\"""\\"'''\n\\\\"""`],
  [`"""'''`, `"\\"\\"\\"'''"`],
  ['a\r', '"a\\r"'],
  ['a\r\nb', '"""\na\\r\nb"""'],
  ['\u0000\b\f\u001b\u007f"', '"\\u0000\\b\\f\\u001B\\u007F\\""'],
])('%j is written as %s (BUILD-MANIFEST)', (text, toml) => {
  expect(encodeString(text)).toBe(toml);
  expect(parseToml(Buffer.from(`a = ${toml}`))).toEqual({ ok: true, value: { a: text } });
});

test.each([
  ['a-B_9', 'a-B_9'],
  ['', '""'],
  ['é.f', '"é.f"'],
  ["it's", `"it's"`],
  ['a"b', `'a"b'`],
  ['a\\b', `'a\\b'`],
  [`"'`, `"\\"'"`],
  ['a\nb', '"a\\nb"'],
  ['a\tb', '"a\\tb"'],
  ['\u007f', '"\\u007F"'],
])('the key %j is written as %s (BUILD-MANIFEST)', (key, toml) => {
  expect(encodeKey(key)).toBe(toml);
  expect(parseToml(Buffer.from(`${toml} = 1`))).toEqual({ ok: true, value: { [key]: 1n } });
});
