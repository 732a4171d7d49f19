import type { Case } from '../../case.ts';
import { type Cast, loads, refusesText, type StoreText, storeValue } from './store-rows.ts';

const proves = ['TRUST-STORE-SHAPE'] as const;
const array = ['TRUST-STORE-ARRAY'] as const;
const code = 'trust.store-shape';
const nothing = () => storeValue({}, {});

const trusted = '"trusted_publishers"';
const pinned = '"tofu_publishers"';
const allowMap = ({ publisher, key }: Cast) => `{ "${publisher}": ["${key}"] }`;
const pinMap = ({ other, otherKey }: Cast) => `{ "${other}": "${otherKey}" }`;
const list = ({ key }: Cast) => `["${key}"]`;
const pin = ({ otherKey }: Cast) => `"${otherKey}" }`;

function refuses(row: string, piece: StoreText, by: StoreText): Case {
  return refusesText(`shape-${row}`, proves, 'both-maps', code, piece, by);
}

function refusesWhole(row: string, by: string): Case {
  return refusesText(`shape-${row}`, proves, 'empty-object', code, '{}', by);
}

export const storeShapeCases: readonly Case[] = [
  loads('empty-object', proves, '{}', nothing),
  loads('allowlist-only', proves, '{"trusted_publishers":{}}', nothing),
  loads('pins-only', proves, '{"tofu_publishers":{}}', nothing),
  loads(
    'pins-first',
    proves,
    (cast) => `{ ${pinned}: ${pinMap(cast)}, ${trusted}: ${allowMap(cast)} }`,
    ({ publisher, key, other, otherKey }) => storeValue({ [publisher]: [key] }, { [other]: otherKey }),
  ),
  loads(
    'publisher-twice',
    [...proves, 'TRUST-STORE-MERGE'],
    ({ publisher, key, otherKey }) =>
      `{ ${trusted}: { "${publisher}": ["${key}"], "${publisher}": ["${otherKey}"] }, ${pinned}: { "${publisher}": "${otherKey}", "${publisher}": "${key}" } }`,
    ({ publisher, key, otherKey }) => storeValue({ [publisher]: [otherKey] }, { [publisher]: key }),
  ),
  refusesWhole('null', 'null'),
  refusesWhole('false', 'false'),
  refusesWhole('integer', '0'),
  refusesWhole('text', '""'),
  refusesWhole('text-of-json', '"{}"'),
  refuses('unknown-field', '{\n', '{\n  "version": 1,'),
  refuses('unknown-field-empty', '{\n', '{\n  "": {},'),
  refuses('unknown-field-proto', '{\n', '{\n  "__proto__": {},'),
  refuses('field-upper-case', trusted, '"Trusted_publishers"'),
  refuses('field-camel-case', pinned, '"tofuPublishers"'),
  refuses('field-spaced', pinned, '"tofu_publishers "'),
  refuses('allowlist-twice', pinned, `${trusted}: {}, ${pinned}`),
  refuses('pins-twice', trusted, `${pinned}: {}, ${trusted}`),
  refuses('allowlist-null', allowMap, 'null'),
  refuses('allowlist-array', allowMap, '[]'),
  refuses('allowlist-text', allowMap, '"all"'),
  refuses('pins-null', pinMap, 'null'),
  refuses('pins-array', pinMap, '[]'),
  refuses('pins-false', pinMap, 'false'),
  refuses('keys-text', list, ({ key }) => `"${key}"`),
  refuses('keys-null', list, 'null'),
  refuses('keys-object', list, ({ key }) => `{ "0": "${key}" }`),
  refuses('key-integer', list, '[1]'),
  refuses('key-null', list, ({ key }) => `["${key}", null]`),
  refuses('key-array', list, ({ key }) => `[["${key}"]]`),
  refuses('pin-list', pin, ({ otherKey }) => `["${otherKey}"] }`),
  refuses('pin-null', pin, 'null }'),
  refuses('pin-integer', pin, '0 }'),
  loads('array-empty', array, '[]', nothing),
  loads(
    'array-of-one',
    array,
    (cast) => `[${allowMap(cast)}]`,
    ({ publisher, key }) => storeValue({ [publisher]: [key] }, {}),
  ),
  loads(
    'array-of-two',
    array,
    (cast) => `[${allowMap(cast)}, ${pinMap(cast)}]`,
    ({ publisher, key, other, otherKey }) => storeValue({ [publisher]: [key] }, { [other]: otherKey }),
  ),
  refusesText(
    'array-of-three',
    array,
    'array-of-two',
    code,
    ({ otherKey }) => `"${otherKey}" }]`,
    ({ otherKey }) => `"${otherKey}" }, {}]`,
  ),
  refusesText('array-of-null', array, 'array-of-two', code, pinMap, 'null'),
  refusesText('array-in-the-other-order', array, 'array-of-one', code, allowMap, pinMap),
];
