import { expect, test } from 'vitest';
import * as patterns from './patterns.ts';

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'u').test(text);
}

const rows: readonly [id: string, pattern: string, accepted: readonly string[], refused: readonly string[]][] = [
  [
    'MAN-IDENTIFIER',
    patterns.identifier,
    ['acme', '.', '..', '-', ':', ' a ', '\u0085a\u3000', 'a.b_c-d:0'],
    ['', ' ', 'Acme', 'a b', 'é', '\ufeffa', 'a\u200b', '\u212a'],
  ],
  [
    'MAN-SKILL-ID',
    patterns.skillId,
    ['a', '-', '_', '0', 'other.echo', ' a.b '],
    ['.', '..', 'a..b', '.a', 'a.', 'a:b', ''],
  ],
  ['MAN-TOOL-NAMESPACE', patterns.toolId, ['acme.', 'acme.b', 'acme..b', 'acme.b:c'], ['acme', 'acme:b', 'Acme.b', '']],
  [
    'MAN-SEMVER',
    patterns.version,
    ['1.0.0', '01.0.0', '+1.0.0', '1.+0.0', ' 1.0.0 ', '1.0.0\n', '4294967295.0.0', '0.0.0', '0000000000001.0.0'],
    [
      '1.0',
      '1.0.0.0',
      '1..0',
      '',
      'v1.0.0',
      '1.0.0-rc1',
      '1.0.0+b',
      '-1.0.0',
      '+.0.0',
      '1. 0.0',
      '1_0.0.0',
      '4294967296.0.0',
      '٣.0.0',
    ],
  ],
  [
    'MAN-HOST',
    patterns.host,
    [
      'EXAMPLE.com',
      'example.com.',
      'example.com..',
      ' example.com ',
      '127.0.0.1',
      'localhost',
      '1',
      'a-.b',
      'a.-b',
      'a.b.c',
      'a'.repeat(300),
      'xn--a',
    ],
    [
      '',
      '.',
      '..',
      '.a',
      '-a',
      'a-',
      'a-.',
      'a.-',
      'a..b',
      'a_b',
      'a:80',
      'a/b',
      'http://a',
      '[::1]',
      '::1',
      'a .',
      'é',
      '\u212a',
    ],
  ],
  [
    'MAN-SECRET-SCOPE',
    patterns.secretScope,
    ['global', ' global ', 'principal:a', 'channel:a', 'skill:a', 'skill: a', 'skill:a:b'],
    ['', 'Global', 'globals', 'skill', 'skill:', 'skill: ', 'skill:*', 'skill:A', 'Skill:a', 'other:a'],
  ],
  ['MAN-LABEL', patterns.label, ['a', ' a.b_c-0 '], ['', ' ', 'a:b', 'A', 'a b']],
  ['MAN-DEFAULT-ENTRYPOINT', patterns.entrypoint, ['run', 'palyra_plugin_main', ' a-b '], ['', 'a.b', 'Run']],
  [
    'MAN-DOCS-URL',
    patterns.docsUrl,
    ['https://', 'https://u:p@h/', ' https://a ', 'https://a\tb', 'https://a\u00a0b'],
    ['', 'HTTPS://x', 'http://x', 'https://a b', 'https://a#b'],
  ],
  ['MAN-NOT-BLANK', patterns.notBlank, ['a', ' a', '\ufeff', '\u200b'], ['', ' ', '\u0085', '\t\u3000']],
  [
    'MAN-DEFAULT-MODULE',
    patterns.modulePath,
    ['modules/.wasm', 'modules/a/b.wasm', 'modules/a\nb.wasm'],
    ['modules\\a.wasm', ' modules/a.wasm', 'modules/a.WASM', 'modules/axwasm', 'a.wasm'],
  ],
  [
    'SIG-BASE64',
    patterns.base64,
    ['', 'AA==', 'AAA=', 'AAAA', '+/+/'],
    ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'AAAA=', '-_==', 'AA==\n', 'AA==AA=='],
  ],
];

test.each(rows)(
  '%s: the pattern tells apart what is accepted and what is refused',
  (_id, pattern, accepted, refused) => {
    expect(accepted.filter((text) => !matches(pattern, text))).toEqual([]);
    expect(refused.filter((text) => matches(pattern, text))).toEqual([]);
  },
);

test('PATH-NORMAL: the pattern finds exactly the paths that have no normal form', () => {
  const accepted = [
    'a',
    'a /b',
    'a/ .. /b',
    '...',
    'a.',
    'con',
    'a|b',
    ' a ',
    'a\\b',
    '.a',
    '..a/b',
    'a/..b',
    '*',
    '\ufeff',
  ];
  const refused = [
    '',
    ' ',
    '/a',
    '\\a',
    ' /a',
    'a/',
    'a/ ',
    'a//b',
    'a\\\\b',
    'a/./b',
    './a',
    '..',
    ' ../x',
    'a/..',
    'a/.. ',
    'c:a',
    'a\0',
  ];
  expect(accepted.filter((text) => matches(patterns.badPath, text))).toEqual([]);
  expect(refused.filter((text) => !matches(patterns.badPath, text))).toEqual([]);
});

test('a bound in digits holds at the bound and not above it', () => {
  for (const most of [0n, 7n, 10n, 4_294_967_295n]) {
    const pattern = `^${patterns.upTo(most)}$`;
    for (const inside of [0n, most / 2n, most - 1n, most].filter((value) => value >= 0n)) {
      expect(matches(pattern, `00${inside}`)).toBe(true);
    }
    for (const outside of [most + 1n, most * 10n + 10n]) expect(matches(pattern, String(outside))).toBe(false);
  }
});
