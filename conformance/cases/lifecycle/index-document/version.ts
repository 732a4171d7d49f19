import type { Case } from '../../../case.ts';
import { accepted, observed, ordered, put, refusals, rejected } from '../../../rows.ts';
import { document, first, gives, installed, loading, loadingText, root } from './given.ts';

const one = 'lifecycle/index-of-version-one';
const at = [...root, 'schema_version'];
const refused = refusals(['IDX-SCHEMA-VERSION'], one, 'index.schema-version');

const versions = {
  two: 2n,
  'minus-one': -1n,
  'of-32-bits': 2n ** 32n,
  'one-beyond-32-bits': 2n ** 32n + 1n,
  'of-64-bits': 2n ** 64n,
  'one-beyond-64-bits': 2n ** 64n + 1n,
  'float-one': 1.0,
  'one-and-a-half': 1.5,
  text: '1',
  true: true,
  null: null,
  list: [1n],
  record: {},
} as const;

const entries = loading((world) => [installed(world)]);

export const versionCases: readonly Case[] = [
  accepted(
    one,
    ['IDX-SCHEMA-VERSION', 'IDX-READ-ORDER'],
    entries,
    gives((world) => [installed(world)]),
  ),
  ...Object.entries(versions).map(([name, value]) => refused(`lifecycle/index-schema-version-${name}`, put(at, value))),
  accepted(
    'lifecycle/index-without-version',
    ['IDX-NO-VERSION'],
    (world) => ({
      operation: 'index.load',
      model: { index: { json: { updated_at_unix_ms: world.nowUnixMs - 1000n, entries: [installed(world)] } } },
    }),
    gives((world) => [installed(world)]),
  ),
  accepted(
    'lifecycle/index-without-version-or-time',
    ['IDX-NO-VERSION'],
    (world) => ({ operation: 'index.load', model: { index: { json: { entries: [installed(world)] } } } }),
    gives((world) => [installed(world)], { updated_at_unix_ms: 0n }),
  ),
  accepted(
    'lifecycle/index-empty-object',
    ['IDX-NO-VERSION'],
    loadingText(() => '{}'),
    gives(() => [], { updated_at_unix_ms: 0n }),
  ),
  rejected(
    'lifecycle/index-without-version-unknown-field',
    ['IDX-NO-VERSION'],
    'lifecycle/index-without-version-or-time',
    'index.shape',
    put([...root, 'version'], 0n),
  ),
  rejected(
    'lifecycle/index-without-version-time-null',
    ['IDX-NO-VERSION'],
    'lifecycle/index-without-version-or-time',
    'index.shape',
    put([...root, 'updated_at_unix_ms'], null),
  ),
  observed('lifecycle/index-version-left-out', ['IDX-NO-VERSION-HOLE'], 'accepted', (world) => ({
    operation: 'index.load',
    model: { index: { json: { entries: [installed(world)] } } },
  })),
  observed('lifecycle/index-version-zero', ['IDX-NO-VERSION-HOLE'], 'accepted', (world) => ({
    operation: 'index.load',
    model: { index: { json: document(world, [installed(world)], { schema_version: 0n }) } },
  })),
  refused('lifecycle/index-later-version', put(at, 3n)),
  rejected('lifecycle/index-odd-field', ['IDX-UNKNOWN-FIELDS'], one, 'index.shape', put([...root, 'odd'], 1n)),
  ordered(
    'lifecycle/index-version-before-fields',
    ['IDX-READ-ORDER'],
    'lifecycle/index-later-version',
    'lifecycle/index-odd-field',
  ),
  rejected(
    'lifecycle/index-first-id-parent',
    ['IDX-FOLDER-NAMES'],
    one,
    'index.bad-name',
    put([...first, 'skill_id'], '..'),
  ),
  ordered(
    'lifecycle/index-fields-before-names',
    ['IDX-READ-ORDER'],
    'lifecycle/index-odd-field',
    'lifecycle/index-first-id-parent',
  ),
];
