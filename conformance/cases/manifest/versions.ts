import type { Case } from '../../case.ts';
import { type Place, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full, minimal } from './sample.ts';

const proves = ['MAN-SEMVER'] as const;
const code = 'manifest.bad-version';

const own = textsAt('manifest/version', proves, {
  sample: minimal,
  piece: '"3.1.4"',
  shows: (version) => ({ version }),
});

const refused: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['space', ' '],
  ['one-part', '1'],
  ['two-parts', '1.0'],
  ['four-parts', '1.0.0.0'],
  ['part-empty', '1..0'],
  ['dot-last', '1.0.'],
  ['dot-first', '.1.0'],
  ['dots-only', '..'],
  ['v', 'v1.0.0'],
  ['pre-release', '1.0.0-rc1'],
  ['build', '1.0.0+b'],
  ['minus', '-1.0.0'],
  ['minus-zero', '-0.0.0'],
  ['plus-alone', '+.0.0'],
  ['two-pluses', '++1.0.0'],
  ['plus-behind', '1+.0.0'],
  ['inner-space', '1. 0.0'],
  ['inner-newline', '1.0.0\n2.0.0'],
  ['inner-next-line', '1.\u00850.0'],
  ['underscore', '1_0.0.0'],
  ['hex', '0x1.0.0'],
  ['exponent', '1e1.0.0'],
  ['above-32-bits', '4294967296.0.0'],
  ['above-32-bits-last', '0.0.4294967296'],
  ['above-64-bits', '18446744073709551616.0.0'],
  ['digits-not-ascii', '\u0661.0.0'],
  ['full-width-digits', '\uff11.0.0'],
  ['comma', '1,0,0'],
  ['byte-order-mark', '\ufeff1.0.0'],
  ['star', '1.0.*'],
];

/** What is no number, in the places behind the first dot. */
const badParts: readonly (readonly [string, string])[] = [
  ['letter', 'A'],
  ['slash', '/'],
  ['colon', '1:0'],
  ['minus', '-1'],
  ['two-pluses', '++1'],
  ['plus-alone', '+'],
  ['underscore', '1_0'],
  ['space', '1 0'],
  ['digit-not-ascii', '\u0661'],
  ['one-too-many', '4294967296'],
];

const minimum: Place & { readonly write: (text: string) => string } = {
  sample: minimal,
  piece: ({ parameters }) => `min_palyra_version = "${parameters.runtime.version}"`,
  write: (text) => `min_palyra_version = ${text}`,
  shows: (min_palyra_version) => ({ compat: { min_palyra_version } }),
};
const maximum: Place = {
  sample: full,
  piece: '"4294967295.0.0"',
  shows: (max_palyra_version) => ({ compat: { max_palyra_version } }),
};
const least = textsAt('manifest/minimum', proves, minimum);
const most = textsAt('manifest/maximum', proves, maximum);

export const versionCases: readonly Case[] = [
  own.reads('zeros', '0.0.0'),
  own.reads('leading-zeros', '01.002.0003', ['MAN-VERBATIM']),
  own.reads('many-leading-zeros', `${'0'.repeat(200)}1.0.0`, ['MAN-NO-OTHER-LIMITS']),
  own.reads('plus', '+1.0.0', ['MAN-VERBATIM']),
  own.reads('plus-in-the-middle', '1.+0.0'),
  own.reads('plus-zero', '+0.+0.+0'),
  own.reads('spaces-around', ' 1.0.0 ', ['MAN-TRIM', 'MAN-VERBATIM']),
  own.reads('newline-behind', '1.0.0\n', ['MAN-TRIM', 'MAN-VERBATIM']),
  own.reads('next-line-in-front', '\u00851.0.0', ['MAN-TRIM', 'MAN-VERBATIM']),
  own.reads('most', '4294967295.4294967295.4294967295'),
  ...refused.map(([name, text]) => own.refuses(name, text, code)),
  ...badParts.flatMap(([name, part]) => [
    own.refuses(`second-${name}`, `1.${part}.0`, code),
    own.refuses(`third-${name}`, `1.0.${part}`, code),
  ]),
  least.reads('plus-and-spaces', ' +00.1.0 ', ['MAN-VERBATIM']),
  least.reads('above-this-host', '9.9.9', ['MAN-NO-OTHER-LIMITS']),
  least.refuses('empty', '', code),
  least.refuses('two-parts', '0.1', code),
  least.refuses('pre-release', '0.1.0-rc1', code),
  most.reads('plus-and-spaces', ' +4294967295.00.1 ', ['MAN-VERBATIM']),
  most.refuses('empty', '', code),
  most.refuses('two-parts', '99999.0', code),
  most.refuses('above-32-bits', '4294967296.0.0', code),
  ...ranges(),
];

/** MAN-VERSION-ORDER: compared number by number, never as text. */
function ranges(): readonly Case[] {
  const sample = changed('manifest/range-by-number', minimal, [
    ({ parameters }) => `min_palyra_version = "${parameters.runtime.version}"`,
    'min_palyra_version = "0.9.7"\nmax_palyra_version = "0.10.0"',
  ]);
  const order = ['MAN-VERSION-ORDER'] as const;
  const rows = textsAt('manifest/range', order, {
    sample,
    piece: '"0.10.0"',
    shows: (max_palyra_version) => ({ compat: { min_palyra_version: '0.9.7', max_palyra_version } }),
  });
  const below = 'manifest.version-order';
  return [
    acceptedSample(sample, order),
    rows.reads('equal', '0.9.7'),
    rows.reads('equal-but-for-zeros', '00.09.007', ['MAN-VERBATIM']),
    rows.reads('equal-but-for-spaces', ' 0.9.7 ', ['MAN-TRIM']),
    rows.reads('equal-but-for-plus', '+0.9.7'),
    rows.reads('patch-by-number', '0.9.10'),
    rows.reads('major-above-minor-below', '1.0.0'),
    rows.refuses('patch-below', '0.9.6', below),
    rows.refuses('minor-below-patch-above', '0.8.99', below),
    rows.refuses('minor-below-by-number', '0.1.1000', below),
    rows.refuses('all-zero', '0.0.0', below),
    rows.refuses('leading-zeros-do-not-raise', '0.009.6', below),
  ];
}
