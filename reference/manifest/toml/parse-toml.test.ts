import { expect, test } from 'vitest';
import { datetimeKey } from '#spec/constants.ts';
import { parseToml } from './parse-toml.ts';

function read(text: string) {
  const result = parseToml(Buffer.from(text));
  return result.ok ? result.value : result.failure.code;
}

function failure(text: string) {
  const result = parseToml(Buffer.from(text));
  return result.ok ? undefined : result.failure;
}

test('bytes that are not UTF-8 are refused, also in a comment (MAN-UTF8)', () => {
  const result = parseToml(Buffer.from('# \xff\n', 'latin1'));
  expect(result).toEqual({ ok: false, failure: { code: 'manifest.not-utf8' } });
});

test('one byte order mark is skipped, a second one or a later one is refused (MAN-TOML-BOM)', () => {
  expect(read('\ufeffa = 1')).toEqual({ a: 1n });
  expect(read('\ufeff\ufeffa = 1')).toBe('manifest.toml-syntax');
  expect(read('a = 1\n\ufeffb = 2')).toBe('manifest.toml-syntax');
  expect(read('a = "\ufeff" # \ufeff')).toEqual({ a: '\ufeff' });
});

test('lines end in LF or CRLF, and nothing else is a line end (MAN-TOML)', () => {
  expect(read('a = 1\r\nb = 2\r\n# c\r\n')).toEqual({ a: 1n, b: 2n });
  for (const text of ['a = 1\rb = 2', '# a\r# b\n', 'a = [1,\r2]', 'a = 1\u0085b = 2', 'a = 1 \u2028', '\ra = 1']) {
    expect(read(text), JSON.stringify(text)).toBe('manifest.toml-syntax');
  }
  expect(read('a = """\r\nx\r\ny"""')).toEqual({ a: 'x\r\ny' });
});

test('TOML 1.1 is read: lines in inline tables, trailing commas, two escapes, times without seconds (MAN-TOML)', () => {
  expect(read('a = { # why\n  b = 1,\n  c = [2,], # and\n}')).toEqual({ a: { b: 1n, c: [2n] } });
  expect(read('a = "\\e\\x41\\u0000"')).toEqual({ a: '\u001bA\0' });
  expect(read('a = 07:32')).toEqual({ a: { [datetimeKey]: '07:32' } });
});

test('control characters, broken escapes and bare keys beyond ASCII are refused (MAN-TOML)', () => {
  const texts = [
    '# \0',
    'a = "\u007f"',
    "a = '\u0001'",
    'a = """\u0008"""',
    'a = "\\ud800"',
    'a = "\\U00110000"',
    'é = 1',
  ];
  for (const text of [...texts, 'a = "\\q"', 'a = "x\ny"', "a = 'x", 'a = """x"', 'a = """"""""""']) {
    expect(read(text), JSON.stringify(text)).toBe('manifest.toml-syntax');
  }
});

test('what is defined twice is refused, however it is spelled (MAN-TOML)', () => {
  const texts = [
    'a = 1\na = 2',
    'a = 1\n"a" = 2',
    'a.b = 1\na.b = 2',
    '[a]\n[a]',
    'a = {}\n[a.b]',
    'a.b = 1\n[a]',
    'a = [{}]\n[[a]]',
    'a = 1979-05-27\n[a.b]',
    'a = 1979-05-27\na.b = 1',
    'a = { b = 07:32, b.c = 1 }',
    '__proto__ = 1\n__proto__ = 2',
    'a = { constructor = 1, constructor = 2 }',
  ];
  for (const text of texts) expect(read(text), text).toBe('manifest.toml-syntax');
  expect(read('[a.b]\n[a]\nc = 1')).toEqual({ a: { b: {}, c: 1n } });
});

test('two forms that only lenient readers take are refused (MAN-TOML-LAX)', () => {
  expect(read('a = { b\n= 1 }')).toBe('manifest.toml-syntax');
  expect(read('a = { b =\n1 }')).toBe('manifest.toml-syntax');
  expect(read('[a.b.c]\n[a]\nb.x = 1')).toBe('manifest.toml-syntax');
});

test('names that mean something to JavaScript are keys like any other (MAN-TOML)', () => {
  const table = read('__proto__ = 1\nconstructor = 2\n0 = 3\n"" = 4\n[toString]\n__proto__.x = { __proto__ = 5 }');
  expect(Object.entries(table)).toEqual([
    ['0', 3n],
    ['__proto__', 1n],
    ['constructor', 2n],
    ['', 4n],
    ['toString', expect.anything()],
  ]);
  expect(JSON.stringify(read('a.__proto__.x = { __proto__ = "y" }'))).toBe(
    '{"a":{"__proto__":{"x":{"__proto__":"y"}}}}',
  );
});

test.each([
  ['array', (depth: number) => `a = ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['inline table', (depth: number) => `a = ${'{a = '.repeat(depth)}1${'}'.repeat(depth)}`],
  [
    'mixed nesting',
    (depth: number) => `a = ${'[{a = '.repeat(depth / 2)}${depth % 2 ? '[]' : '1'}${'}]'.repeat(depth / 2)}`,
  ],
  ['dotted key', (depth: number) => `${key(depth)} = 1`],
  ['dotted key in an inline table', (depth: number) => `a = { ${key(depth)} = 1 }`],
  ['quoted dotted key', (depth: number) => `${'"a" . '.repeat(depth - 1)}'b' = 1`],
  ['header', (depth: number) => `[${key(depth)}]`],
  ['array header', (depth: number) => `[[ ${key(depth)} ]]`],
])('80 levels of %s are read and 81 are refused (MAN-DEPTH)', (_, document) => {
  expect(failure(document(80))).toBeUndefined();
  expect(failure(`\n${document(81)}`)).toEqual({ code: 'manifest.too-deep', limit: 80, line: 2 });
});

test('the limits count apart: header, key and value may all be at theirs (MAN-DEPTH)', () => {
  expect(failure(`[${key(80)}]\n${key(80)} = ${'['.repeat(80)}${']'.repeat(80)}`)).toBeUndefined();
});

test('dotted keys in nested inline tables do not multiply the limit (MAN-BULK)', () => {
  const document = `a = ${`{${key(80)} = `.repeat(79)}1${'}'.repeat(79)}`;
  expect(failure(document)).toEqual({ code: 'manifest.too-large', limit: 256, unit: 'levels in all' });
});

test('a string keeps the quotes before its closing three, also behind an escaped line end (MAN-TOML)', () => {
  for (const own of ['', '"', '""']) {
    expect(read(`a = """x\\\n  ${own}"""\nb = 1`)).toEqual({ a: `x${own}`, b: 1n });
    expect(read(`a = ["""\\ \t\r\n\n${own}""", """${own}"""]`)).toEqual({ a: [own, own] });
  }
  expect(read("a = '''x'''''")).toEqual({ a: "x''" });
  expect(read('a = """\\\n """"""')).toBe('manifest.toml-syntax');
});

test('what looks like a date or a bracket within a string or comment is text (MAN-TOML)', () => {
  const text = '# 1979-99-99 [[[\na = "1979-99-99 [" # 1e400\nb = \'\'\'\n[1979-99-99\n\'\'\'\n"07:99" = """\n[x]"""\n';
  expect(read(text)).toEqual({ a: '1979-99-99 [', b: '[1979-99-99\n', '07:99': '[x]' });
});

test('dates are read wherever a value may stand, and their digits survive (MAN-FREE-DATETIME)', () => {
  const text =
    'a=1979-05-27 07:32:00.123456789#c\nb=[1979-05-27,07:32,{c=0000-01-01t00:00z}]\n1979-05-27=1979-05-27 # d\n';
  expect(read(text)).toEqual({
    a: { [datetimeKey]: '1979-05-27T07:32:00.123456789' },
    b: [{ [datetimeKey]: '1979-05-27' }, { [datetimeKey]: '07:32' }, { c: { [datetimeKey]: '0000-01-01T00:00Z' } }],
    '1979-05-27': { [datetimeKey]: '1979-05-27' },
  });
  expect(failure('a = 1\nb = 1979-02-30')).toEqual({
    code: 'manifest.toml-syntax',
    detail: '"1979-02-30" is no date or time',
    line: 2,
  });
});

test('what only begins like a date or a time is no value (MAN-FREE-DATETIME)', () => {
  for (const literal of ['07:', '07:3', '07:x', '1979-', '1979-05', '1979-05-2', '1979-05-27x']) {
    expect(failure(`a = [${literal}]`)).toMatchObject({ detail: `"${literal}" is no date or time` });
  }
  expect(read('a = [1.5e-3, 1,2,-3, 0x1a]')).toEqual({ a: [0.0015, 1n, 2n, -3n, 26n] });
});

test('integers of 128 bits are read exactly, larger ones and floats that overflow are refused (MAN-NUMBER-RANGE)', () => {
  expect(read(`a = ${2n ** 128n - 1n}\nb = -0\nc = 0x1F`)).toEqual({ a: 2n ** 128n - 1n, b: 0n, c: 31n });
  expect(failure(`[a]\n b . c = [1, ${2n ** 128n}]`)).toEqual({
    code: 'manifest.number-range',
    path: 'a.b.c',
    literal: String(2n ** 128n),
  });
  expect(failure('a = { b = 1e400 }')).toMatchObject({ code: 'manifest.number-range', path: 'a', literal: '1e400' });
  expect(read('a = [1.0, -0.0, 1e-400, -inf, nan]')).toEqual({ a: [1, -0, 0, Number.NEGATIVE_INFINITY, Number.NaN] });
});

test.each([
  ['a = 1\n\n= 2', 3],
  ['a = 1\r\nb = "x', 2],
  ['a = [\n1,\n2', 3],
  ['a = 1\n# c\na = 2', 3],
  ['a = "\\q"\n', 1],
  ['a = """\n\n\\q"""\n', 3],
  ['a = 1979-05-27\n\nb = 1979-05-27 b', 3],
])('a failure says its line: %j (MAN-TOML)', (text, line) => {
  expect(failure(text)).toMatchObject({ code: 'manifest.toml-syntax', line });
});

test('the detail of a failure holds none of the text around it (MAN-TOML)', () => {
  expect(failure(`a = "${'x'.repeat(1000)}\\q"`)).toEqual({
    code: 'manifest.toml-syntax',
    detail: 'unrecognised escape sequence',
    line: 1,
  });
});

function key(segments: number): string {
  return Array(segments).fill('a').join('.');
}
