import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../case.ts';
import { accepted, put, rejected } from '../../rows.ts';
import { type Cast, castOf, storeRecord, storeValue } from './store-rows.ts';
import { verifying } from './verifying.ts';

/** Of the decisions that follow from sequences: the known publisher, allowlisted and pinned. */
const allowedStrict = 'trust/allowed-a-then-known-a-strict';
const pinnedStrict = 'trust/pinned-a-then-known-a-strict';

const low = '0'.repeat(64);
const high = 'f'.repeat(64);
type Maps = readonly [Parameters<typeof storeRecord>[0], Parameters<typeof storeRecord>[1]];

/** The artifact of the known publisher at a host that trusts nobody on first use. */
function strict(
  name: string,
  proves: readonly RequirementId[],
  before: (cast: Cast) => Maps,
  decision: string,
  after: (cast: Cast) => Maps = before,
): Case {
  const given = verifying((world) => ({ trustStore: storeRecord(...before(castOf(world))), allowTofu: false }));
  return accepted(`trust/${name}`, proves, given, {
    value: (world) => ({ report: { trust_decision: decision }, trustStore: storeValue(...after(castOf(world))) }),
  });
}

const nearly: readonly (readonly [string, (key: string) => string])[] = [
  ['first-digit', (key) => other(key[0]) + key.slice(1)],
  ['ninth-byte', (key) => key.slice(0, 16) + other(key[16]) + key.slice(17)],
  ['last-digit', (key) => key.slice(0, 63) + other(key[63])],
  ['sign-bit', (key) => key.slice(0, 62) + other(key[62]) + key.slice(63)],
];

/** TRUST-BY-KEY: a key that differs in one place is another key, whatever a shorter name of it would say. */
const byKeyCases: readonly Case[] = [
  strict(
    'key-second-on-the-list',
    ['TRUST-ALLOWLIST'],
    ({ publisher, key }) => [{ [publisher]: [low, key, high] }, {}],
    'allowlisted',
  ),
  ...nearly.flatMap(([where, change]) => [
    rejected(`trust/key-on-the-list-but-for-${where}`, ['TRUST-BY-KEY'], allowedStrict, 'trust.key-mismatch', (world) =>
      put(['trustStore', 'trusted_publishers', world.publisher, 0], change(castOf(world).key)),
    ),
    rejected(`trust/key-pinned-but-for-${where}`, ['TRUST-BY-KEY'], pinnedStrict, 'trust.pin-mismatch', (world) =>
      put(['trustStore', 'tofu_publishers', world.publisher], change(castOf(world).key)),
    ),
  ]),
];

/** The store is normalised before it is asked, and comes back like that. */
const normalisedCases: readonly Case[] = [
  strict(
    'key-upper-case-on-the-list',
    ['TRUST-STORE-MERGE', 'TRUST-ORDER'],
    ({ publisher, key }) => [{ [publisher]: [high, key.toUpperCase()] }, {}],
    'allowlisted',
    ({ publisher, key }) => [{ [publisher]: [key, high] }, {}],
  ),
  strict(
    'name-spaced-on-the-list',
    ['TRUST-STORE-MERGE', 'TRUST-ORDER'],
    ({ publisher, key, other: stranger }) => [
      { [`${publisher}\u0085`]: [key] },
      { [` ${stranger}`]: high.toUpperCase() },
    ],
    'allowlisted',
    ({ publisher, key, other: stranger }) => [{ [publisher]: [key] }, { [stranger]: high }],
  ),
  strict(
    'name-spaced-among-the-pins',
    ['TRUST-STORE-MERGE', 'TRUST-ORDER'],
    ({ publisher, key }) => [{}, { [`${publisher} `]: ` ${key}` }],
    'tofu_pinned',
    ({ publisher, key }) => [{}, { [publisher]: key }],
  ),
];

export const decisionDetailCases: readonly Case[] = [...byKeyCases, ...normalisedCases];

function other(digit = '0'): string {
  return (Number.parseInt(digit, 16) ^ 8).toString(16);
}
