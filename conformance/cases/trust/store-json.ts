import type { Case } from '../../case.ts';
import { put, rejected } from '../../rows.ts';
import { bothMaps, type Cast, castOf, loads, refusesText, type StoreText, storeValue } from './store-rows.ts';

const proves = ['TRUST-STORE-JSON'] as const;
const nothing = () => storeValue({}, {});
const both = ({ publisher, key, other, otherKey }: Cast) => storeValue({ [publisher]: [key] }, { [other]: otherKey });

/** One of them makes an empty file something else. */
const notBlank: readonly (readonly [string, string])[] = [
  ['vertical-tab', '\u000b'],
  ['nul', '\u0000'],
  ['no-break-space', '\u00a0'],
  ['next-line', '\u0085'],
  ['byte-order-mark-only', '\ufeff'],
  ['letter', 'x'],
];

const emptyCases: readonly Case[] = [
  loads('no-file', ['TRUST-STORE-EMPTY'], null, nothing),
  loads('no-bytes', ['TRUST-STORE-EMPTY'], '', nothing),
  loads('white-space', ['TRUST-STORE-EMPTY', 'TRUST-STORE-JSON'], ' \t\n\f\r\n ', nothing),
  loads('form-feed-only', ['TRUST-STORE-EMPTY'], '\f', nothing),
  ...notBlank.map(([name, byte]) =>
    refusesText(`not-blank-${name}`, ['TRUST-STORE-EMPTY', ...proves], 'white-space', 'trust.store-json', '\f', byte),
  ),
];

const head = '{\n  "trusted_publishers"';
const tail = ' }\n}\n';
const list = ({ key }: Cast) => `["${key}"]`;
const name = ({ publisher }: Cast) => `"${publisher}":`;

function refuses(row: string, piece: StoreText, by: StoreText): Case {
  return refusesText(`json-${row}`, proves, 'both-maps', 'trust.store-json', piece, by);
}

function listWith(element: string): (cast: Cast) => string {
  return ({ key }) => `["${key}", ${element}]`;
}

export const storeJsonCases: readonly Case[] = [
  ...emptyCases,
  loads('json-white-space', proves, (cast) => `\r\n\t ${bothMaps(cast).replaceAll('\n', '\r\n\t')} `, both),
  loads('json-no-white-space', proves, (cast) => bothMaps(cast).replaceAll(/\s/g, ''), both),
  loads(
    'json-escapes',
    proves,
    ({ publisher, key }) => `{"\\u0074rusted_publishers":{"${escaped(publisher)}":["${escaped(key)}"]}}`,
    ({ publisher, key }) => storeValue({ [publisher]: [key] }, {}),
  ),
  refuses('byte-order-mark', head, `\ufeff${head}`),
  refuses('form-feed-in-front', head, `\f${head}`),
  refuses('vertical-tab-in-front', head, `\u000b${head}`),
  refuses('no-break-space-inside', head, '{\u00a0 "trusted_publishers"'),
  refuses('form-feed-behind', tail, `${tail}\f`),
  refuses('letter-behind', tail, `${tail}x`),
  refuses('second-value', tail, `${tail}{}`),
  refuses('comma-behind', tail, `${tail},`),
  refuses('nul-behind', tail, `${tail}\u0000`),
  refuses('unclosed', tail, ' }\n'),
  refuses('closed-by-bracket', tail, ' }\n]\n'),
  refuses('closed-twice', tail, ' }\n}}\n'),
  refuses('comma-last-in-object', tail, ' },\n}\n'),
  refuses('comma-last-in-map', tail, ', }\n}\n'),
  refuses('comma-last-in-list', list, ({ key }) => `["${key}",]`),
  refuses('two-commas', list, ({ key }) => `["${key}",,"${key}"]`),
  refuses('no-comma', list, ({ key }) => `["${key}" "${key}"]`),
  refuses('no-colon', name, ({ publisher }) => `"${publisher}"`),
  refuses('equals-for-colon', name, ({ publisher }) => `"${publisher}" =`),
  refuses('bare-name', name, ({ publisher }) => `${publisher}:`),
  refuses('apostrophes', name, ({ publisher }) => `'${publisher}':`),
  refuses('line-comment', head, `// mine\n${head}`),
  refuses('block-comment', head, `/* mine */${head}`),
  refuses('nan', list, listWith('NaN')),
  refuses('infinity', list, listWith('-Infinity')),
  refuses('upper-case-word', list, listWith('Null')),
  refuses('leading-zero', list, listWith('01')),
  refuses('dot-last', list, listWith('1.')),
  refuses('dot-first', list, listWith('.5')),
  refuses('plus', list, listWith('+1')),
  refuses('hex', list, listWith('0x1')),
  refuses('float-overflow', list, listWith('1e400')),
  refuses('newline-in-text', list, listWith('"\n"')),
  refuses('tab-in-text', list, listWith('"\t"')),
  refuses('control-in-text', list, listWith('"\u001f"')),
  refuses('nul-in-text', list, listWith('"\u0000"')),
  refuses('unknown-escape', list, listWith('"\\x41"')),
  refuses('short-escape', list, listWith('"\\u041"')),
  refuses('first-surrogate-alone', list, listWith('"\\ud800"')),
  refuses('last-surrogate-alone', list, listWith('"\\udc00"')),
  refuses('surrogates-reversed', list, listWith('"\\udc00\\ud800"')),
  refuses('first-surrogate-then-letter', list, listWith('"\\ud800a"')),
  refuses('unclosed-text', list, ({ key }) => `["${key}]`),
  notUtf8('latin-1', 0xe9),
  notUtf8('cut-short', 0xc3),
  notUtf8('overlong', 0xc0, 0xaf),
  notUtf8('surrogate', 0xed, 0xa0, 0x80),
];

/** The file with bytes that are no text in front of a name. */
function notUtf8(row: string, ...bytes: readonly number[]): Case {
  return rejected(`trust/store-utf8-${row}`, proves, 'trust/store-both-maps', 'trust.store-json', (world) => {
    const [before = '', after = ''] = bothMaps(castOf(world)).split(name(castOf(world)));
    const text = [Buffer.from(`${before}"`), Buffer.from(bytes), Buffer.from(`":${after}`)];
    return put(['store'], Buffer.concat(text));
  });
}

function escaped(text: string): string {
  return [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}
