import type { Case } from '../../../case.ts';
import { accepted, changed, insert, observed, ordered, put, refusals, rejected } from '../../../rows.ts';
import { first, gives, installed, loading, root, superseded } from './given.ts';

const named = 'lifecycle/index-named-folders';
const badName = refusals(['IDX-FOLDER-NAMES'], named, 'index.bad-name');

const noFolders = {
  empty: '',
  itself: '.',
  parent: '..',
  outside: '../outside',
  rooted: '/etc',
  below: 'a/b',
  'slash-behind': 'a/',
  backslash: 'a\\b',
  'null-character': 'a\0b',
};

const folders = {
  'three-dots': '...',
  'dot-before': '.a',
  'two-dots-within': 'a..b',
  space: ' ',
  colon: 'a:b',
  unicode: 'é',
};

const idAt = [...first, 'skill_id'];
const versionAt = [...first, 'version'];

export const nameCases: readonly Case[] = [
  accepted(
    named,
    ['IDX-FOLDER-NAMES'],
    loading((world) => [installed(world)]),
    gives((world) => [installed(world)]),
  ),
  ...Object.entries(noFolders).flatMap(([name, value]) => [
    badName(`lifecycle/index-id-${name}`, put(idAt, value)),
    badName(`lifecycle/index-version-name-${name}`, put(versionAt, value)),
  ]),
  badName('lifecycle/index-version-name-current', put(versionAt, 'current')),
  badName('lifecycle/index-version-name-upper-current', put(versionAt, 'CURRENT')),
  changed(
    'lifecycle/index-id-current',
    ['IDX-FOLDER-NAMES'],
    named,
    put(idAt, 'current'),
    gives((world) => [installed(world, '1.0.0', { skill_id: 'current' })]),
  ),
  changed(
    'lifecycle/index-version-name-currently',
    ['IDX-FOLDER-NAMES'],
    named,
    put(versionAt, 'currently'),
    gives((world) => [installed(world, '1.0.0', { version: 'currently' })]),
  ),
  ...Object.entries(folders).flatMap(([name, value]) => [
    changed(
      `lifecycle/index-id-${name}`,
      ['IDX-FOLDER-NAMES', 'IDX-FIELDS'],
      named,
      put(idAt, value),
      gives((world) => [installed(world, '1.0.0', { skill_id: value })]),
    ),
    changed(
      `lifecycle/index-version-name-${name}`,
      ['IDX-FOLDER-NAMES', 'IDX-FIELDS'],
      named,
      put(versionAt, value),
      gives((world) => [installed(world, '1.0.0', { version: value })]),
    ),
  ]),
  ...duplicates(),
];

function duplicates(): readonly Case[] {
  const pair = 'lifecycle/index-two-versions';
  const twice = refusals(['IDX-DUPLICATES'], pair, 'index.duplicate-record');
  const second = [...root, 'entries', 1];
  return [
    accepted(
      pair,
      ['IDX-DUPLICATES', 'IDX-CURRENT-KEPT'],
      loading((world) => [installed(world), superseded(world, '1.1.0')]),
      gives((world) => [installed(world), superseded(world, '1.1.0')]),
    ),
    twice('lifecycle/index-duplicate', put([...second, 'version'], '1.0.0')),
    twice('lifecycle/index-duplicate-apart', (world) => insert([...root, 'entries', 2], superseded(world, '1.0.0'))),
    twice('lifecycle/index-duplicate-same-record', (world) => insert([...root, 'entries', 0], installed(world))),
    accepted(
      'lifecycle/index-same-version-other-skill',
      ['IDX-DUPLICATES'],
      loading((world) => [installed(world, '1.0.0', { skill_id: `${world.skillId}2` }), installed(world)]),
      gives((world) => [installed(world), installed(world, '1.0.0', { skill_id: `${world.skillId}2` })]),
    ),
    rejected(
      'lifecycle/index-second-id-parent',
      ['IDX-FOLDER-NAMES'],
      pair,
      'index.bad-name',
      put([...first, 'skill_id'], '..'),
    ),
    ordered(
      'lifecycle/index-names-before-duplicates',
      ['IDX-READ-ORDER'],
      'lifecycle/index-second-id-parent',
      'lifecycle/index-duplicate-apart',
    ),
    observed(
      'lifecycle/index-duplicate-read',
      ['IDX-DUPLICATES-HOLE'],
      'accepted',
      loading((world) => [installed(world), superseded(world, '1.0.0')]),
    ),
    observed(
      'lifecycle/index-scan-null',
      ['IDX-OPAQUE-NULL'],
      'accepted',
      loading((world) => [installed(world, '1.0.0', { security_scan: null })]),
    ),
    observed(
      'lifecycle/index-snapshot-null',
      ['IDX-OPAQUE-NULL'],
      'accepted',
      loading((world) => [installed(world, '1.0.0', { rollback_snapshot: null })]),
    ),
    observed(
      'lifecycle/index-bulk-text',
      ['IDX-BULK'],
      'accepted',
      loading((world) => [installed(world, '1.0.0', { trust_decision: 'a'.repeat(4097) })]),
    ),
    observed(
      'lifecycle/index-bulk-secrets',
      ['IDX-BULK'],
      'accepted',
      loading((world) => [
        installed(world, '1.0.0', {
          missing_secrets: Array.from({ length: 1001 }, () => ({ scope: 'global', key: 'a' })),
        }),
      ]),
    ),
  ];
}
