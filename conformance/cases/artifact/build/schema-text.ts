import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { builds, schemaHeader, withSchema } from './given.ts';

const everyBareCharacter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-0123456789';

/** A schema as it is given, and the lines that a builder writes for it. */
type Written = readonly [what: string, given: string, written: string];

const schemas: readonly Written[] = [
  ['empty', '{}', ''],

  ['plain-string', '{ a = "plain" }', 'a = "plain"'],
  ['empty-string', "{ a = '' }", 'a = ""'],
  ['string-with-tab', '{ a = "x\\ty" }', 'a = "x\\ty"'],
  ['string-with-single-quote', '{ a = "it\'s" }', 'a = "it\'s"'],
  ['string-with-double-quote', '{ a = "say \\"hi\\"" }', 'a = \'say "hi"\''],
  ['string-with-backslash', '{ a = "C:\\\\x" }', "a = 'C:\\x'"],
  ['string-with-double-quote-and-tab', '{ a = "x\\ty\\"z" }', "a = 'x\ty\"z'"],
  ['string-with-both-quotes', '{ a = "a\\"b\'c" }', 'a = """a"b\'c"""'],
  ['string-that-ends-in-double-quote', '{ a = "it\'s \\"" }', 'a = """it\'s """"'],
  ['string-with-single-quote-and-backslash', '{ a = "it\'s C:\\\\x" }', "a = '''it's C:\\x'''"],
  ['string-with-line-feed', '{ a = "x\\ny" }', 'a = """\nx\ny"""'],
  ['string-that-is-a-line-feed', '{ a = "\\n" }', 'a = """\n\n"""'],
  ['string-with-line-feed-and-tab', '{ a = "x\\ty\\nz" }', 'a = """\nx\\ty\nz"""'],
  ['string-with-line-feed-and-backslash', '{ a = "x\\\\\\ny" }', "a = '''\nx\\\ny'''"],
  ['string-with-carriage-return', '{ a = "x\\ry" }', 'a = "x\\ry"'],
  ['string-with-both-line-ends', '{ a = "x\\r\\ny" }', 'a = """\nx\\r\ny"""'],
  ['string-with-controls', '{ a = "\\u0000\\b\\f\\e\\x7f" }', 'a = "\\u0000\\b\\f\\u001B\\u007F"'],
  ['string-with-control-and-quotes', '{ a = "\\u0001\\"\'\\\\" }', 'a = "\\u0001\\"\'\\\\"'],
  ['string-with-all-quotes', '{ a = "\\"\\"\\"\\n\'\'\'" }', 'a = """\n""\\"\n\'\'\'"""'],
  ['string-with-two-tabs', '{ a = "\\tx\\t" }', 'a = "\\tx\\t"'],
  ['string-with-two-tabs-and-line-feed', '{ a = "\\tx\\t\\n" }', 'a = """\n\\tx\\t\n"""'],
  ['string-with-double-quote-and-signs', '{ a = "\\"a.b_c-d+E\\"" }', `a = '"a.b_c-d+E"'`],
  ['string-with-delete', '{ a = "x\\x7fy" }', 'a = "x\\u007Fy"'],
  ['string-with-control-in-one-line', `{ a = "\\u0001 Az09:._-+\u00e9\\t\\t" }`, 'a = "\\u0001 Az09:._-+\u00e9\\t\\t"'],
  [
    'string-with-controls-in-two-lines',
    `{ a = "\\u0001 Az09:._-+\u00e9\\\\\\x7f\\t\\u001f\\"\\n" }`,
    'a = """\n\\u0001 Az09:._-+\u00e9\\\\\\u007F\\t\\u001F"\n"""',
  ],
  ['string-with-six-double-quotes', '{ a = "\\"\\"\\"\\"\\"\\"\\n" }', 'a = \'\'\'\n""""""\n\'\'\''],
  [
    'string-with-six-double-quotes-and-three-single-ones',
    '{ a = "\\"\\"\\"\\"\\"\\"\\n\'\'\'" }',
    'a = """\n""\\"""\\"\n\'\'\'"""',
  ],
  ['string-not-ascii', '{ a = "\u00e9\u{1f600}\u0085\u2028" }', 'a = "\u00e9\u{1f600}\u0085\u2028"'],

  ['bare-keys', '{ "b-1" = 1, "A_2" = 2, "3" = 3 }', '3 = 3\nA_2 = 2\nb-1 = 1'],
  ['quoted-keys', '{ "" = 1, "a b" = 2, "\u00e9" = 3 }', '"" = 1\n"a b" = 2\n"\u00e9" = 3'],
  ['bare-key-of-every-character', `{ ${everyBareCharacter} = 1 }`, `${everyBareCharacter} = 1`],
  ...[...'/:@[`{'].map(
    (sign) => [`key-with-${sign.charCodeAt(0).toString(16)}`, `{ "a${sign}" = 1 }`, `"a${sign}" = 1`] as const,
  ),
  ['key-with-control', '{ "a\\u0001" = 1 }', '"a\\u0001" = 1'],
  ['key-with-delete', '{ "a\\x7f" = 1 }', '"a\\u007F" = 1'],
  ['key-with-double-quote', "{ 'a\"b' = 1 }", "'a\"b' = 1"],
  ['key-with-backslash', "{ 'a\\b' = 1 }", "'a\\b' = 1"],
  ['key-with-both-quotes', '{ "a\\"b\'c" = 1 }', '"a\\"b\'c" = 1'],
  ['key-with-tab', '{ "a\\tb" = 1 }', '"a\\tb" = 1'],
  ['key-with-line-feed', '{ "a\\nb" = 1 }', '"a\\nb" = 1'],
  ['keys-beyond-the-first-plane', '{ "\u{1f600}" = 1, "\uff5e" = 2 }', '"\uff5e" = 2\n"\u{1f600}" = 1'],

  ['integers', '{ a = 0, b = -0, c = +7, d = 1_000, e = 0xff }', 'a = 0\nb = 0\nc = 7\nd = 1000\ne = 255'],
  [
    'large-integers',
    `{ a = ${2n ** 64n - 1n}, b = ${-(2n ** 63n)}, c = 9007199254740993 }`,
    `a = ${2n ** 64n - 1n}\nb = ${-(2n ** 63n)}\nc = 9007199254740993`,
  ],
  [
    'floats',
    '{ a = 1.0, b = -0.0, c = 0.1, d = 1e21, e = 1.5e-10 }',
    'a = 1.0\nb = -0.0\nc = 0.1\nd = 1000000000000000000000.0\ne = 0.00000000015',
  ],
  [
    'floats-with-many-digits-and-an-exponent',
    '{ a = -1.2345e-7, b = 1.2345e25, c = -2e300 }',
    `a = -0.00000012345\nb = 12345${'0'.repeat(21)}.0\nc = -2${'0'.repeat(300)}.0`,
  ],
  [
    'exact-floats',
    '{ a = 0.30000000000000004, b = 123456789.125, c = 9007199254740993.0 }',
    'a = 0.30000000000000004\nb = 123456789.125\nc = 9007199254740992.0',
  ],
  [
    'floats-between-two-spellings',
    '{ a = 579789122830336.25, b = -1211247716566803.25, c = 93035683954688.125 }',
    'a = 579789122830336.3\nb = -1211247716566803.3\nc = 93035683954688.13',
  ],
  ['truth-values', '{ a = true, b = false }', 'a = true\nb = false'],

  ['array-empty', '{ a = [] }', 'a = []'],
  ['array-of-one', '{ a = ["x"] }', 'a = ["x"]'],
  ['array-of-two', '{ a = ["x", "y"] }', 'a = [\n    "x",\n    "y",\n]'],
  ['array-of-arrays', '{ a = [[1, 2], [3], []] }', 'a = [\n    [\n    1,\n    2,\n],\n    [3],\n    [],\n]'],
  ['array-of-several-kinds', '{ a = [1, { b = 2, a = 1 }, {}] }', 'a = [\n    1,\n    { a = 1, b = 2 },\n    {},\n]'],
  [
    'array-in-a-table-in-an-array',
    '{ a = [1, { b = [1, 2] }] }',
    'a = [\n    1,\n    { b = [\n    1,\n    2,\n] },\n]',
  ],
  ['tables-in-an-array-in-an-array', '{ a = [[{ b = 1 }]] }', 'a = [[{ b = 1 }]]'],
  ['array-of-tables', '{ a = [{ b = 1 }, {}], z = 0 }', `z = 0\n\n[${schemaHeader}.a]]\nb = 1\n\n[${schemaHeader}.a]]`],
  [
    'tables-in-tables',
    '{ b = { c = { d = 1 } }, a = { e = {} }, z = 0 }',
    `z = 0\n\n${schemaHeader}.a.e]\n\n${schemaHeader}.b.c]\nd = 1`,
  ],
  ['table-with-quoted-key', '{ "a b" = { c = 1 }, z = 0 }', `z = 0\n\n${schemaHeader}."a b"]\nc = 1`],
];

const dateTime = [
  'date-time',
  '{ a = 1979-05-27t07:32:00z, z = 0 }',
  `z = 0\n\n${schemaHeader}.a]\n"$__toml_private_datetime" = "1979-05-27T07:32:00Z"`,
] as const;

export const buildSchemas: readonly Case[] = [
  ...schemas.map((schema) => buildsSchema(schema, 'BUILD-MANIFEST')),
  buildsSchema(dateTime, 'MAN-FREE-DATETIME'),
];

function buildsSchema([what, given, lines]: Written, proves: RequirementId): Case {
  const table = lines === '' ? `${schemaHeader}]\n` : `${schemaHeader}]\n${lines}\n`;
  return builds(`artifact/build-schema-${what}`, [proves], withSchema(given, table));
}
