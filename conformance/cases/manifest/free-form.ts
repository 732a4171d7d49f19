import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { rowsAt } from './rows-at.ts';
import { full, minimal } from './sample.ts';

/** The value of one key of a schema. */
const at = {
  sample: minimal,
  piece: 'input_schema = { type = "object" }',
  shows: (x: WireValue) => ({ entrypoints: { tools: [{ input_schema: exactly({ x }) }] } }),
};
const any = rowsAt('manifest/free', ['MAN-FREE-FORM'], at);
const number = rowsAt('manifest/free', ['MAN-FREE-FORM', 'MAN-NUMBER-RANGE'], at);
const malformed = rowsAt('manifest/free', ['MAN-TOML'], at);
const nonFinite = rowsAt('manifest/free', ['MAN-FREE-NONFINITE'], at);

const x = (literal: string) => `input_schema = { x = ${literal} }`;
const range = 'manifest.number-range';
const syntax = 'manifest.toml-syntax';

/** What TOML reads as no value at all. */
const noNumbers: readonly (readonly [string, string])[] = [
  ['dot-last', '1.'],
  ['dot-first', '.1'],
  ['dot-before-exponent', '1.e2'],
  ['exponent-empty', '1e'],
  ['exponent-sign-only', '1e+'],
  ['exponent-fraction', '1e1.5'],
  ['two-dots', '1.2.3'],
  ['leading-zero', '01.5'],
  ['underscore-before-dot', '1_.5'],
  ['underscore-after-dot', '1._5'],
  ['underscore-last', '1.5_'],
  ['infinity-upper', 'Inf'],
  ['infinity-long', 'infinity'],
  ['nan-upper', 'NaN'],
  ['null', 'null'],
  ['true-upper', 'True'],
  ['word', 'yes'],
  ['hex-float', '0x1.8p1'],
];

/** Numbers that JSON cannot write. */
const notFinite: readonly (readonly [string, string])[] = [
  ['infinity', 'inf'],
  ['plus-infinity', '+inf'],
  ['minus-infinity', '-inf'],
  ['nan', 'nan'],
  ['plus-nan', '+nan'],
  ['minus-nan', '-nan'],
];

export const freeFormCases: readonly Case[] = [
  any.reads('boolean', x('false'), false),
  any.reads('empty-text', x('""'), ''),
  any.reads('empty-array', x('[]'), []),
  any.reads('empty-table', x('{}'), new Map()),
  any.reads('mixed-array', x('[1, 1.0, "1", true, [1, "a"], { b = 1 }, []]'), [
    1n,
    1,
    '1',
    true,
    [1n, 'a'],
    { b: 1n },
    [],
  ]),
  any.reads('array-order', x('[3, 1, 2, 1]'), [3n, 1n, 2n, 1n]),
  any.reads(
    'prototype-keys',
    x('{ __proto__ = 1, constructor = 2, toString = { hasOwnProperty = 3 } }'),
    new Map<string, bigint | Map<string, bigint>>([
      ['__proto__', 1n],
      ['constructor', 2n],
      ['toString', new Map([['hasOwnProperty', 3n]])],
    ]),
  ),
  any.reads(
    'prototype-table',
    x('{ __proto__ = { polluted = true } }'),
    new Map([['__proto__', new Map([['polluted', true]])]]),
  ),
  any.reads('keys-differ-by-form', x('{ "\u00e9" = 1, "e\u0301" = 2 }'), { '\u00e9': 1n, 'e\u0301': 2n }),
  any.reads('keys-differ-by-space', x('{ "a" = 1, " a" = 2, "a\\u0000" = 3 }'), { a: 1n, ' a': 2n, 'a\u0000': 3n }),
  any.reads('index-keys', x('{ 1 = "b", 0 = "a", 10 = "c" }'), { '0': 'a', '1': 'b', '10': 'c' }),
  any.reads('list-of-tables', 'input_schema.x = [{ a = 1 }, { a = 2, b = {} }]', [{ a: 1n }, { a: 2n, b: {} }]),
  number.reads('integer', x('1'), 1n),
  number.reads('float', x('1.0'), 1),
  number.reads('float-by-exponent', x('1e0'), 1),
  number.reads('zero', x('-0'), 0n),
  number.reads('minus-zero', x('-0.0'), -0),
  number.reads('plus-zero', x('+0.0'), 0),
  number.reads('above-53-bits', x('9007199254740993'), 2n ** 53n + 1n),
  number.reads('below-minus-53-bits', x('-9007199254740993'), -(2n ** 53n) - 1n),
  number.reads('least', x('-9223372036854775808'), -(2n ** 63n)),
  number.reads('above-63-bits', x('9223372036854775808'), 2n ** 63n),
  number.reads('most', x('18446744073709551615'), 2n ** 64n - 1n),
  number.reads('most-in-hex', x('0xFFFFFFFFFFFFFFFF'), 2n ** 64n - 1n),
  number.refuses('one-below-least', x('-9223372036854775809'), range),
  number.refuses('one-above-most', x('18446744073709551616'), range),
  number.refuses('above-128-bits', x('-340282366920938463463374607431768211456'), range),
  number.refuses('deep-inside', x('[[{ a = 18446744073709551616 }]]'), range),
  number.reads('fraction', x('-0.1'), -0.1),
  number.reads('exponents', x('[5e+22, 1E06, -2e-2, 6.626e-34]'), [5e22, 1e6, -2e-2, 6.626e-34]),
  number.reads('underscores', x('9_224.5_1e1_0'), 9224.51e10),
  number.reads('exponent-leading-zeros', x('1e007'), 1e7),
  number.reads('largest-float', x('1.7976931348623157e308'), Number.MAX_VALUE),
  number.reads('so-small-that-it-is-zero', x('1e-400'), 0),
  number.reads('many-digits', x('0.1000000000000000055511151231257827021181583404541015625'), 0.1),
  number.reads('many-digits-and-exponent', x(`${'1'.repeat(50)}e-49`), 1.1111111111111112),
  number.refuses('float-overflow', x('1e400'), range),
  number.refuses('float-overflow-by-upper-e', x('1E400'), range),
  number.refuses('float-overflow-with-plus', x('+1e400'), range),
  number.refuses('float-overflow-negative', x('-1e400'), range),
  number.refuses('float-overflow-by-digits', x(`${'9'.repeat(400)}.0`), range),
  ...noNumbers.map(([name, literal]) => malformed.refuses(`no-${name}`, x(literal), syntax)),
  ...notFinite.map(([name, literal]) => nonFinite.reads(name, x(literal), null)),
  nonFinite.reads('nan-in-array', x('[nan, 1]'), [null, 1n]),
  ...defaults(),
];

/** A default is as free as a schema, as far as its type admits. */
function defaults(): readonly Case[] {
  const rows = rowsAt('manifest/free-default', ['MAN-FREE-FORM'], {
    sample: full,
    piece: 'type = "integer"\ndefault = 3\n',
    shows: (value) => ({ operator: { config: { properties: { retries: { default: value } } } } }),
  });
  return [
    rows.reads('float', 'type = "number"\ndefault = 1.0\n', 1),
    rows.reads('most', 'type = "integer"\ndefault = 18446744073709551615\n', 2n ** 64n - 1n),
    rows.refuses('one-above-most', 'type = "integer"\ndefault = 18446744073709551616\n', range, ['MAN-NUMBER-RANGE']),
  ];
}
