import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { traps } from './priced.ts';

type Access = readonly [id: string, memory: string, access: string];

const store = 'i32.const 7 i32.store';
const fourGib = 2 ** 32;

/** Outside by the offset alone, at the greatest size that the memory may ever have. */
const always: readonly Access[] = [
  ['one-page-at-most', '1 1', 'i32.load offset=65536 drop'],
  ['four-bytes-of-which-one-is-outside', '1 1', 'i32.load offset=65533 drop'],
  ['one-byte', '1 1', 'i32.load8_u offset=65536 drop'],
  ['eight-bytes', '1 1', 'i64.load offset=65529 drop'],
  ['a-vector', '1 1', 'v128.load offset=65521 drop'],
  ['a-lane', '1 1', 'v128.const i64x2 1 2 v128.load64_lane offset=65529 0 drop'],
  ['a-splat', '1 1', 'v128.load32_splat offset=65533 drop'],
  ['a-store', '1 1', `${store} offset=65536`],
  ['no-page-at-most', '0 0', 'i32.load8_u drop'],
  ['more-than-it-begins-with', '1 3', 'i32.load offset=196605 drop'],
  ['four-gib-at-most', '1 65536', `i32.load offset=${fourGib - 3} drop`],
  ['no-maximum', '1', `i32.load offset=${fourGib - 3} drop`],
  ['no-maximum-and-a-vector', '1', `v128.load offset=${fourGib - 15} drop`],
];

/** Outside too, but only once the address is known. */
const byAddress: readonly Access[] = [
  ['the-last-four-bytes', '1 1', 'i32.load offset=65532 drop'],
  ['the-last-byte', '1 1', 'i32.load8_u offset=65535 drop'],
  ['within-the-maximum', '1 2', 'i32.load offset=65536 drop'],
  ['up-to-the-maximum', '1 3', 'i32.load offset=196604 drop'],
  ['within-four-gib', '1', `i32.load offset=${fourGib - 4} drop`],
  ['a-byte-at-the-end-of-four-gib', '1', `i32.load8_u offset=${fourGib - 1} drop`],
  ['a-store', '1 2', `${store} offset=65536`],
  ['what-is-beyond-the-limit-of-the-run', '1 60000', 'i32.load offset=3000000000 drop'],
];

/** Operators before the access; a store has one more. */
const units = (access: string) => 2 + (access.startsWith(store) || access.startsWith('v128.const') ? 1 : 0);

export const boundsCases: readonly Case[] = [
  ...always.map(([id, memory, access]) =>
    traps(
      `outside-always-${id}`,
      ['FUEL-PUBLISHED', 'FUEL-VISIBLE-ZERO'],
      body(`i32.const 0 ${access} i32.const 1`, `(memory ${memory})`),
      { told: 1 + units(access), least: 2 + units(access) },
    ),
  ),
  ...byAddress.map(([id, memory, access]) =>
    traps(
      `outside-by-address-${id}`,
      ['FUEL-PUBLISHED'],
      body(`i32.const 1 ${access} i32.const 1`, `(memory ${memory})`),
      { told: 0, least: 2 },
    ),
  ),
];
