import type { Case } from '../../case.ts';
import { type Cast, loads, refusesText, storeValue } from './store-rows.ts';

const proves = ['TRUST-STORE-MERGE'] as const;
const sorted = ({ key, otherKey }: Cast) => [key, otherKey].sort();
const reversed = (cast: Cast) => sorted(cast).reverse();
const low = '0'.repeat(64);
const high = 'f'.repeat(64);

function allowlist(entries: string): string {
  return `{"trusted_publishers":{${entries}}}`;
}

function pins(entries: string): string {
  return `{"tofu_publishers":{${entries}}}`;
}

export const storeMergeCases: readonly Case[] = [
  loads(
    'merge-spaced-name',
    proves,
    ({ publisher, key, otherKey }) => allowlist(`"${publisher}":["${key}"]," ${publisher}":["${otherKey}"]`),
    (cast) => storeValue({ [cast.publisher]: sorted(cast) }, {}),
  ),
  loads(
    'merge-three-spellings',
    proves,
    ({ publisher, key, otherKey }) =>
      allowlist(
        `"${publisher}\u0085":["${high}"],"\u3000${publisher}":["${key}","${low}"],"${publisher}":["${otherKey}"]`,
      ),
    (cast) => storeValue({ [cast.publisher]: [low, ...sorted(cast), high] }, {}),
  ),
  loads(
    'merge-name-trimmed-alone',
    proves,
    ({ publisher, key }) =>
      `{"trusted_publishers":{" ${publisher} ":["${key}"]},"tofu_publishers":{"${publisher}\\t":"${key}"}}`,
    ({ publisher, key }) => storeValue({ [publisher]: [key] }, { [publisher]: key }),
  ),
  loads(
    'merge-keys-sorted',
    proves,
    (cast) => allowlist(`"${cast.publisher}":["${high}","${reversed(cast).join('","')}","${low}"]`),
    (cast) => storeValue({ [cast.publisher]: [low, ...sorted(cast), high] }, {}),
  ),
  loads(
    'merge-keys-once',
    proves,
    ({ publisher, key }) => allowlist(`"${publisher}":["${key}","${key.toUpperCase()}"," ${key}"]`),
    ({ publisher, key }) => storeValue({ [publisher]: [key] }, {}),
  ),
  loads(
    'merge-same-key-under-two-spellings',
    proves,
    ({ publisher, key }) => allowlist(`"${publisher}":["${key}"],"${publisher} ":["${key.toUpperCase()}"]`),
    ({ publisher, key }) => storeValue({ [publisher]: [key] }, {}),
  ),
  loads(
    'merge-not-across-maps',
    proves,
    ({ publisher, key, otherKey }) =>
      `{"trusted_publishers":{"${publisher}":["${key}"]},"tofu_publishers":{"${publisher}":"${otherKey}"}}`,
    ({ publisher, key, otherKey }) => storeValue({ [publisher]: [key] }, { [publisher]: otherKey }),
  ),
  loads(
    'pin-same-key-under-two-spellings',
    ['TRUST-PIN-CONFLICT'],
    ({ publisher, key }) => pins(`"${publisher}":"${key}"," ${publisher}":"${key.toUpperCase()}"`),
    ({ publisher, key }) => storeValue({}, { [publisher]: key }),
  ),
  loads(
    'pin-same-key-of-two-publishers',
    ['TRUST-PIN-CONFLICT'],
    ({ publisher, other, key }) => pins(`"${publisher}":"${key}","${other}":"${key}"`),
    ({ publisher, other, key }) => storeValue({}, { [publisher]: key, [other]: key }),
  ),
  refusesText(
    'pin-conflict',
    ['TRUST-PIN-CONFLICT'],
    'pin-same-key-under-two-spellings',
    'trust.store-pin-conflict',
    ({ key }) => key.toUpperCase(),
    ({ otherKey }) => otherKey,
  ),
  refusesText(
    'pin-conflict-in-one-digit',
    ['TRUST-PIN-CONFLICT'],
    'pin-same-key-under-two-spellings',
    'trust.store-pin-conflict',
    ({ key }) => key.toUpperCase(),
    ({ key }) => key.slice(0, 63) + (key.endsWith('0') ? '1' : '0'),
  ),
  refusesText(
    'pin-conflict-by-respelling',
    ['TRUST-PIN-CONFLICT'],
    'pin-conflict-of-strangers',
    'trust.store-pin-conflict',
    ({ other }) => `"${other}"`,
    ({ publisher }) => `"\\u0085${publisher}"`,
  ),
  loads(
    'pin-conflict-of-strangers',
    ['TRUST-PIN-CONFLICT'],
    ({ publisher, other, key, otherKey }) => pins(`"${publisher}":"${key}","${other}":"${otherKey}"`),
    ({ publisher, other, key, otherKey }) => storeValue({}, { [publisher]: key, [other]: otherKey }),
  ),
];
