import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../case.ts';
import { ordered } from '../../rows.ts';
import { type Cast, loads, refusesText, type StoreText, storeValue } from './store-rows.ts';

const badName = 'trust.store-publisher';
const badKey = 'trust.store-key';
const allowed = ({ publisher }: Cast) => `"${publisher}":`;
const pinned = ({ other }: Cast) => `"${other}":`;
const key = ({ key: hex }: Cast) => `"${hex}"`;
const pin = ({ otherKey }: Cast) => `"${otherKey}"`;

/** In the allowlist, then among the pins. */
function refusesBoth(row: string, proves: 'TRUST-STORE-PUBLISHER' | 'TRUST-STORE-KEY', by: StoreText): readonly Case[] {
  const isName = proves === 'TRUST-STORE-PUBLISHER';
  const [first, second, code, end] = isName
    ? ([allowed, pinned, badName, ':'] as const)
    : ([key, pin, badKey, ''] as const);
  const text = (cast: Cast) => `${JSON.stringify(typeof by === 'string' ? by : by(cast))}${end}`;
  return [
    refusesText(`${isName ? 'name' : 'key'}-${row}`, [proves], 'both-maps', code, first, text),
    refusesText(`pinned-${isName ? 'name' : 'key'}-${row}`, [proves], 'both-maps', code, second, text),
  ];
}

const names = (row: string, by: StoreText) => refusesBoth(row, 'TRUST-STORE-PUBLISHER', by);
const keys = (row: string, by: StoreText) => refusesBoth(row, 'TRUST-STORE-KEY', by);

/** One name in both maps, with one key. */
function named(row: string, name: string): Case {
  return loads(
    `name-${row}`,
    ['TRUST-STORE-PUBLISHER'],
    ({ key: hex }) => `{"trusted_publishers":{"${name}":["${hex}"]},"tofu_publishers":{"${name}":"${hex}"}}`,
    ({ key: hex }) => storeValue({ [name]: [hex] }, { [name]: hex }),
  );
}

/** One key in both maps, as it is written and as it is kept. */
function keyed(row: string, written: (hex: string) => string, kept: (hex: string) => string): Case {
  return loads(
    `key-${row}`,
    ['TRUST-STORE-KEY', 'TRUST-STORE-MERGE'],
    ({ publisher, key: hex }) =>
      JSON.stringify({
        trusted_publishers: { [publisher]: [written(hex)] },
        tofu_publishers: { [publisher]: written(hex) },
      }),
    ({ publisher, key: hex }) => storeValue({ [publisher]: [kept(hex)] }, { [publisher]: kept(hex) }),
  );
}

const same = (hex: string) => hex;

export const storeEntryCases: readonly Case[] = [
  named('of-every-character', 'abcdefghijklmnopqrstuvwxyz0123456789._-:'),
  named('dot', '.'),
  named('colon', ':'),
  named('proto', '__proto__'),
  named('constructor', 'constructor'),
  ...names('empty', ''),
  ...names('blank', ' \u0085'),
  ...names('upper-case', ({ publisher }) => publisher.toUpperCase()),
  ...names('inner-space', ({ publisher }) => `${publisher} x`),
  ...names('slash', ({ publisher }) => `${publisher}/x`),
  ...names('accented', 'acmé'),
  ...names('kelvin-sign', '\u212aelvin'),
  ...names('byte-order-mark', ({ publisher }) => `\ufeff${publisher}`),
  keyed('upper-case', (hex) => hex.toUpperCase(), same),
  keyed('mixed-case', (hex) => hex.slice(0, 32).toUpperCase() + hex.slice(32), same),
  keyed('spaces-around', (hex) => ` \t${hex}\n `, same),
  keyed('next-line-around', (hex) => `\u0085${hex}\u0085`, same),
  keyed(
    'of-zeros',
    () => '0'.repeat(64),
    () => '0'.repeat(64),
  ),
  keyed(
    'no-point-of-the-curve',
    () => `02${'0'.repeat(62)}`,
    () => `02${'0'.repeat(62)}`,
  ),
  ...keys('empty', ''),
  ...keys('blank', ' '),
  ...keys('one-byte-short', ({ key: hex }) => hex.slice(2)),
  ...keys('one-byte-long', ({ key: hex }) => `${hex}00`),
  ...keys('one-digit-short', ({ key: hex }) => hex.slice(1)),
  ...keys('one-digit-long', ({ key: hex }) => `${hex}0`),
  ...keys('prefix', ({ key: hex }) => `0x${hex.slice(2)}`),
  ...keys('prefix-in-front', ({ key: hex }) => `0x${hex}`),
  ...keys('letter-g', ({ key: hex }) => `${hex.slice(0, 63)}g`),
  ...keys('inner-space', ({ key: hex }) => `${hex.slice(0, 32)} ${hex.slice(32)}`),
  ...keys('colons', ({ key: hex }) => (hex.match(/../g) ?? []).join(':')),
  ...keys('base64', ({ key: hex }) => Buffer.from(hex, 'hex').toString('base64')),
  ...keys('key-id', ({ key: hex }) => `ed25519:${hex.slice(0, 16)}`),
  ...keys('full-width-digit', ({ key: hex }) => `${hex.slice(0, 63)}\uff10`),
  ...keys('byte-order-mark', ({ key: hex }) => `\ufeff${hex}`),
  refusesText(
    'keys-second-is-bad',
    ['TRUST-STORE-KEY'],
    'both-maps',
    badKey,
    ({ key: hex }) => `["${hex}"]`,
    ({ key: hex }) => `["${hex}", "zz"]`,
  ),
  refusesText(
    'keys-none',
    ['TRUST-STORE-KEYS'],
    'both-maps',
    'trust.store-no-keys',
    ({ key: hex }) => `["${hex}"]`,
    '[]',
  ),
  ...inOrder(),
];

/** The entries of the allowlist before the pins, each map by its names, and of each entry the name before its key. */
function inOrder(): readonly Case[] {
  const sample = 'order-two-names';
  const text = ({ key: hex }: Cast) => `{"trusted_publishers":{"zz":["${hex}"],"aa":["${hex}"]}}`;
  const twoNames = loads(sample, ['TRUST-STORE-KEY'], text, ({ key: hex }) => storeValue({ aa: [hex], zz: [hex] }, {}));
  const last = refusesText(
    'order-last-name',
    ['TRUST-STORE-KEY'],
    sample,
    badKey,
    ({ key: hex }) => `"zz":["${hex}`,
    '"zz":["',
  );
  const first = refusesText(
    'order-first-name',
    ['TRUST-STORE-KEYS'],
    sample,
    'trust.store-no-keys',
    ({ key: hex }) => `"aa":["${hex}"]`,
    '"aa":[]',
  );
  return [
    twoNames,
    last,
    first,
    before('names', 'order-first-name', 'order-last-name', 'TRUST-STORE-KEYS'),
    before('maps', 'key-letter-g', 'pinned-name-upper-case', 'TRUST-STORE-KEY'),
    before('name-and-key', 'name-upper-case', 'key-letter-g', 'TRUST-STORE-PUBLISHER'),
    before('pinned-name-and-key', 'pinned-name-upper-case', 'pinned-key-letter-g', 'TRUST-STORE-PUBLISHER'),
  ];
}

function before(name: string, first: string, second: string, proves: RequirementId): Case {
  return ordered(`trust/store-order-of-${name}`, [proves], `trust/store-${first}`, `trust/store-${second}`);
}
