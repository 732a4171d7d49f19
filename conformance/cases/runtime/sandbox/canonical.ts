import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { count } from './imports.ts';

const canonical = ['CAP-CANONICAL'] as const;
const written = ['CAP-AS-WRITTEN'] as const;
const trimming = ['CAP-TRIM'] as const;

const counts = body('(call $http-count)', count('http'));
const given = (...hosts: readonly string[]) => running(counts, { grants: { http_hosts: hosts } });
const instead = (...hosts: readonly string[]) => put(['grants', 'http_hosts'], hosts);

type Row = readonly [id: string, hosts: readonly string[], expected: number];

const lists: readonly Row[] = [
  ['two', ['a', 'b'], 2],
  ['same-twice', ['a', 'a'], 1],
  ['same-apart', ['a', 'b', 'a'], 2],
  ['same-once-trimmed', [' a', 'a ', '\ta\n'], 1],
  ['nothing', [''], 0],
  ['nothing-among-others', ['', 'a', ''], 1],
  ['only-white-space', [' ', '\t\r\n', '\u3000'], 0],
  ['mixed', [' b ', 'a', 'a', ''], 2],
  ['white-space-within', ['a b', 'a  b', 'ab'], 3],
  ['none', [], 0],
];

/** Entries that look alike to somebody who folds, normalises or parses them. */
const alike: readonly Row[] = [
  ['cases', ['A', 'a'], 2],
  ['cases-beyond-ascii', ['É', 'é'], 2],
  ['kelvin-sign', ['\u212a', 'K', 'k'], 3],
  ['sharp-s', ['ß', 'ss', 'ẞ'], 3],
  ['composed-and-decomposed', ['é', 'e\u0301'], 2],
  ['wide-letters', ['ａ', 'a'], 2],
  ['trailing-dots', ['a.example', 'a.example.'], 2],
  ['trailing-slashes', ['cache', 'cache/'], 2],
  ['no-hosts-at-all', ['*', '..', 'http://a', 'a:443', '-', '/'], 6],
  ['zero-bytes', ['a', 'a\0', '\0'], 3],
  ['controls', ['\u0001', '\u001f', '\u007f', '\u001c'], 4],
  ['names-of-javascript', ['__proto__', 'constructor', 'toString'], 3],
  ['numbers', ['1', '01', '1.0', '10'], 4],
  ['quotes-and-commas', ['a,b', '"a"', "'a'"], 3],
  ['beyond-basic-plane', ['\u{1f600}', '\uff5e', '\ufffd', '\u{10ffff}'], 4],
  ['long', ['a'.repeat(5000), 'a'.repeat(5001)], 2],
];

const whiteSpace = [
  0x0009, 0x000a, 0x000b, 0x000c, 0x000d, 0x0020, 0x0085, 0x00a0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
  0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
];
/** What some library trims, or what looks like a space. */
const notWhiteSpace = [
  0x0000, 0x0008, 0x000e, 0x001c, 0x001f, 0x0084, 0x0086, 0x00ad, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0x2800,
  0x3164, 0xfeff,
];
const name = (point: number) => `u${point.toString(16).padStart(4, '0')}`;
const second = (text: string) => put(['grants', 'http_hosts', 1], text);
const around = (point: number) => {
  const one = String.fromCodePoint(point);
  return second(`${one}${one}a${one}`);
};

export const canonicalGrants: readonly Case[] = [
  ...lists.map(([id, hosts, expected]) =>
    accepted(`runtime/grants-${id}`, canonical, given(...hosts), ended(expected)),
  ),
  ...alike.map(([id, hosts, expected]) => accepted(`runtime/grants-${id}`, written, given(...hosts), ended(expected))),
  changed('runtime/grants-of-one-case', written, 'runtime/grants-cases', instead('a', 'a'), ended(1)),
  accepted('runtime/trim-nothing', trimming, given('a', 'b'), ended(2)),
  ...whiteSpace.flatMap((point) => [
    changed(`runtime/trim-${name(point)}`, trimming, 'runtime/trim-nothing', around(point), ended(1)),
    changed(
      `runtime/trim-only-${name(point)}`,
      trimming,
      'runtime/trim-nothing',
      second(String.fromCodePoint(point)),
      ended(1),
    ),
  ]),
  accepted('runtime/trim-mixed', trimming, given('a', '\u3000 \u00a0a\u2028\t'), ended(1)),
  ...notWhiteSpace.flatMap((point) => [
    changed(`runtime/trim-not-${name(point)}`, trimming, 'runtime/trim-mixed', around(point), ended(2)),
    changed(
      `runtime/trim-not-only-${name(point)}`,
      trimming,
      'runtime/trim-mixed',
      second(String.fromCodePoint(point)),
      ended(2),
    ),
  ]),
  changed('runtime/trim-up-to-what-is-none', trimming, 'runtime/trim-mixed', second(' \ufeff a'), ended(2)),
];
