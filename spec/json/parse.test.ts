import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../constants.ts';
import { parseJson, skimJson } from './parse.ts';
import type { Json } from './value.ts';
import { encodeJson } from './write.ts';

const read = (text: string) => parseJson(Buffer.from(text));
const accepted = (value: Json, repeated: readonly string[][] = []) => ({ ok: true, value, repeated });
const refused = (offset: number) => expect.objectContaining({ ok: false, offset });

describe('the dialect (ART-JSON)', () => {
  test.each([
    ['white space is space, tab, line feed and carriage return', ' \t\n\r[ ] ', []],
    ['a delete character in a string', '"\u007f"', '\u007f'],
    ['a number too small for a double', '1e-400', 0],
    ['escapes of every kind', '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"\\/\b\f\n\r\té😀'],
    ['characters outside the first plane', '"😀"', '😀'],
  ])('%s is accepted', (_, text, value) => {
    expect(read(text)).toEqual(accepted(value));
  });

  test.each([
    ['a byte order mark', '\ufeff{}', 0],
    ['a no-break space', '\u00a0{}', 0],
    ['a form feed', '\f{}', 0],
    ['nothing', '', 0],
    ['text after the document', '{} x', 3],
    ['a trailing comma', '[1,]', 3],
    ['a trailing comma in an object', '{"a":1,}', 7],
    ['a comment', '[1/**/]', 2],
    ['NaN', 'NaN', 0],
    ['a leading zero', '01', 1],
    ['a bare minus', '-', 1],
    ['a fraction without digits', '1.', 2],
    ['an exponent without digits', '1e+', 3],
    ['a plus sign', '+1', 0],
    ['a number beyond the range of a double', '[1e400]', 1],
    ['a number of 400 digits', '9'.repeat(400), 0],
    ['a raw control character', '"a\u001fb"', 2],
    ['a raw line feed after a backslash', '"\\\n"', 0],
    ['an unknown escape', '["\\x41"]', 1],
    ['an escape of three digits', '"\\u123"', 0],
    ['an escape at the end of the text', '"\\', 2],
    ['a string without an end', '"é', 3],
    ['half of a surrogate pair', '"\\ud800"', 0],
    ['a lead surrogate before another character', '"\\ud83d😀"', 0],
    ['a surrogate pair the wrong way round', '"\\ude00\\ud83d"', 0],
  ])('%s is refused', (_, text, offset) => {
    expect(read(text)).toEqual(refused(offset));
  });

  test.each([
    ['inside a string', [0x22, 0x61, 0xff, 0x22], 2],
    ['a sequence that ends too early', [0x22, 0xf0, 0x9f, 0x98], 4],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22], 2],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22], 1],
  ])('bytes that are not UTF-8 are refused where they begin to be wrong: %s', (_, bytes, offset) => {
    expect(parseJson(Uint8Array.from(bytes))).toEqual(refused(offset));
  });

  test('a refusal says in one phrase what was found and at which byte', () => {
    expect(read('{"ž" 1}')).toEqual({ ok: false, problem: 'a colon is missing at byte 6', offset: 6 });
  });
});

describe('depth (ART-JSON)', () => {
  const nested = (arrays: number) => `{"a":${'['.repeat(arrays)}${']'.repeat(arrays)}}`;

  test('an object around 126 arrays is accepted, around 127 it is refused', () => {
    expect(limits.jsonDepth).toBe(127);
    expect(read(nested(126))).toMatchObject({ ok: true });
    expect(read(nested(127))).toEqual(refused('{"a":'.length + 126));
  });

  test('depth is what stands inside each other, not what follows', () => {
    expect(read(`[${'[],{},'.repeat(200)}0]`)).toMatchObject({ ok: true });
  });

  test('a million opening brackets end in a refusal and not in an exhausted stack', () => {
    expect(read('['.repeat(1_000_000))).toEqual(refused(127));
    expect(read('{"":'.repeat(1_000_000))).toEqual(refused(127 * 4));
  });
});

describe('numbers (ART-JSON)', () => {
  test.each([
    ['0', 0n],
    ['-1', -1n],
    ['123456789012345', 123456789012345n],
    ['9007199254740993', 9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', 2 ** 64],
    ['-9223372036854775808', -9223372036854775808n],
    ['-9223372036854775809', -(2 ** 63)],
    ['100000000000000000000000', 1e23],
    ['-0', -0],
    ['1.0', 1],
    ['1e3', 1000],
    ['1E-2', 0.01],
    ['-1.5e+2', -150],
  ])('%s is an exact integer where 64 bits can hold it, and else a double', (text, value) => {
    expect(read(text)).toEqual(accepted(value));
  });
});

describe('repeated keys (ART-JSON)', () => {
  test('the first place and the last value count, and each path is told once', () => {
    const parse = read('{"a":1,"b":2,"a":3,"a":4}');
    expect(parse).toMatchObject({ ok: true, repeated: [['a']] });
    expect(parse.ok && encodeJson(parse.value)).toBe('{"a":4,"b":2}');
  });

  test('a path names keys and indices, and equal keys of different objects are no repetition', () => {
    expect(read('{"x":[{"k":1},{"k":1,"\\u006b":2}],"k":0}')).toMatchObject({ repeated: [['x', '1', 'k']] });
  });

  test('a key such as __proto__ is a key like any other', () => {
    const value = new Map<string, Json>([
      ['__proto__', 1n],
      ['constructor', 2n],
      ['0', 3n],
    ]);
    expect(read('{"__proto__":1,"constructor":2,"0":3}')).toEqual(accepted(value));
  });

  test('a path deeper than the eighth level is not told, so the list cannot outgrow the document', () => {
    const repeatAt = (level: number) => `${'{"a":'.repeat(level - 1)}{"k":1,"k":2}${'}'.repeat(level - 1)}`;
    expect(read(repeatAt(8))).toMatchObject({ ok: true, repeated: [[...'aaaaaaa', 'k']] });
    expect(read(repeatAt(9))).toMatchObject({ ok: true, repeated: [] });
  });
});

describe('properties (ART-JSON)', () => {
  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom(null, true, false),
      fc.string({ unit: 'binary' }),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie('value')),
      fc.array(fc.tuple(fc.string({ unit: 'binary' }), tie('value'))).map((members) => new Map(members)),
    ),
  })).value;

  test('what is written reads back as the same value', () => {
    const property = fc.property(json, (value) => {
      expect(read(encodeJson(value))).toEqual(accepted(value));
    });
    fc.assert(property);
  });

  test('what this reader accepts JSON.parse accepts too, and arbitrary bytes never make it throw', () => {
    const alphabet = ['{', '}', '[', ']', ':', ',', '"', '\\', 'u', 'd800', '0', '1', '-', '.', 'e', 'true', ' ', 'é'];
    const texts = fc.array(fc.constantFrom(...alphabet)).map((tokens) => Buffer.from(tokens.join('')));
    const property = fc.property(fc.oneof(texts, fc.uint8Array()), (bytes) => {
      const parse = parseJson(bytes);
      if (parse.ok) expect(() => JSON.parse(Buffer.from(bytes).toString())).not.toThrow();
      else expect(parse.offset).toBeLessThanOrEqual(bytes.length);
    });
    fc.assert(property, { numRuns: 2_000 });
  });
});

test.each([
  ['digits', '9'.repeat(4_000_000), false],
  ['digits after a point', `0.${'9'.repeat(4_000_000)}`, true],
  ['escapes', `"${'\\u0041'.repeat(700_000)}"`, true],
  ['white space', ' '.repeat(4_000_000), false],
  ['keys', `{${members(300_000, (index) => `"${index}":0`)}}`, true],
  ['one key again and again', `{${members(700_000, () => '"a":0')}}`, true],
  [
    'repeated keys far down',
    `${'{"a":'.repeat(99)}{${members(100_000, (index) => `"${index}":0,"${index}":0`)}}${'}'.repeat(99)}`,
    true,
  ],
])('four megabytes of %s are read in little more than their length (ART-JSON)', { timeout: 5_000 }, (_, text, ok) => {
  expect(read(text).ok).toBe(ok);
});

function members(count: number, member: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => member(index)).join();
}

test.each([
  [
    '{"a": [1, 2], "b": {"c": 1}, "d": 3}',
    ['a', 'b'],
    [
      ['a', [1n]],
      ['b', new Map()],
    ],
  ],
  ['{"a": 1, "a": [], "x": {"a": 2}}', ['a'], [['a', []]]],
  ['{}', ['a'], []],
])('skimming %s for %j keeps the kind of what is wanted (ART-JSON)', (text, wanted, kept) => {
  expect(skimJson(Buffer.from(text), wanted)).toMatchObject({ ok: true, value: new Map(kept as [string, Json][]) });
});

test.each(['{"x": [1,]}', '{"x": "\\ud800"}', '{"x": 1e400}', '{"x": 1} 2', '{"x": '])(
  'skimming refuses what is wrong in what it does not keep: %s (ART-JSON)',
  (text) => {
    expect(skimJson(Buffer.from(text), ['a'])).toEqual(parseJson(Buffer.from(text)));
    expect(skimJson(Buffer.from(text), ['a']).ok).toBe(false);
  },
);
