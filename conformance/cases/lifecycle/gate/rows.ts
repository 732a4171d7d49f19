import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, insert, ordered, put, refusals, rejected, remove } from '../../../rows.ts';
import { type Fields, row } from '../view/given.ts';
import { asking, askingFor, decided, field, gives, id, index } from './given.ts';

const plain = id('plain');
const versioned = id('versioned');
const latest = ['GATE-LATEST'] as const;
const status = (place: number) => ['statuses', place, 'status'];

/** Two rows of the skill: that of 1.0.0 as given, and that of 1.1.0, which is active. */
function two(older: (world: World) => Fields, newer: (world: World) => Fields = () => ({})) {
  return asking((world) => ({
    statuses: [row(world, 'quarantined', older(world)), row(world, 'active', { version: '1.1.0', ...newer(world) })],
  }));
}

const earlier = two(({ nowUnixMs }) => ({ detected_at_ms: nowUnixMs - 900n, updated_at_unix_ms: nowUnixMs - 100n }));
const tied = two(({ nowUnixMs }) => ({ updated_at_unix_ms: nowUnixMs - 501n }));
const equal = two(() => ({}));

const newerAllowed = gives('allowed', decided('1.1.0', 'active'));
const olderDenied = gives('denied', decided('1.0.0', 'quarantined'));
const missing = (version: string | null) =>
  gives('missing', (world) => ({ skill_id: world.skillId, version, status: null }));

const bad = refusals(['GATE-READ'], plain, 'lifecycle.bad-state');

export const rowCases: readonly Case[] = [
  changed(id('quarantined'), ['GATE-ACTIVE', 'GATE-ANSWER'], plain, put(status(0), 'quarantined'), olderDenied),
  changed(
    id('disabled'),
    ['GATE-ACTIVE', 'GATE-ANSWER'],
    plain,
    put(status(0), 'disabled'),
    gives('denied', decided('1.0.0', 'disabled')),
  ),
  changed(id('no-row'), ['GATE-NO-ROW', 'GATE-ANSWER'], plain, remove(['statuses', 0]), missing(null)),
  changed(id('versioned-quarantined'), ['GATE-ACTIVE'], versioned, put(status(0), 'quarantined'), olderDenied),
  changed(id('versioned-no-row'), ['GATE-NO-ROW', 'GATE-ANSWER'], versioned, remove(['statuses', 0]), missing('1.0.0')),
  changed(
    id('row-of-another-skill'),
    ['GATE-NO-ROW', 'GATE-ROW-MATCH'],
    plain,
    ({ skillId }) => put(['statuses', 0, 'skill_id'], `${skillId}2`),
    missing(null),
  ),
  changed(
    id('row-of-the-beginning-of-an-id'),
    ['GATE-NO-ROW', 'GATE-ROW-MATCH'],
    plain,
    ({ skillId }) => put(['statuses', 0, 'skill_id'], skillId.slice(0, -1)),
    missing(null),
  ),
  changed(
    id('row-of-another-version'),
    ['GATE-GIVEN-VERSION', 'GATE-NO-ROW'],
    versioned,
    put(['statuses', 0, 'version'], '1.0.1'),
    missing('1.0.0'),
  ),
  changed(
    id('row-of-a-version-that-is-equal-by-number'),
    ['GATE-GIVEN-VERSION'],
    versioned,
    put(['statuses', 0, 'version'], '1.0.00'),
    missing('1.0.0'),
  ),
  changed(
    id('version-that-is-equal-by-number'),
    ['GATE-GIVEN-VERSION'],
    versioned,
    put(field('skill_version'), '01.0.0'),
    missing('01.0.0'),
  ),
  accepted(
    id('id-in-capitals'),
    ['GATE-ROW-MATCH', 'GATE-ANSWER'],
    askingFor(({ skillId }) => ({ skill_id: skillId.toUpperCase() })),
    gives('allowed', decided('1.0.0', 'active')),
  ),
  changed(
    id('id-in-capitals-quarantined'),
    ['GATE-ROW-MATCH', 'GATE-ACTIVE'],
    id('id-in-capitals'),
    put(status(0), 'quarantined'),
    olderDenied,
  ),
  accepted(
    id('row-in-capitals'),
    ['GATE-ROW-MATCH'],
    asking((world) => ({ statuses: [row(world, 'quarantined', { skill_id: world.skillId.toUpperCase() })] })),
    gives('denied', ({ skillId }) => ({ skill_id: skillId, status: 'quarantined' })),
  ),

  accepted(id('latest-newer'), latest, earlier, newerAllowed),
  changed(
    id('latest-older'),
    latest,
    id('latest-newer'),
    ({ nowUnixMs }) => put(['statuses', 0, 'detected_at_ms'], nowUnixMs - 499n),
    olderDenied,
  ),
  accepted(id('latest-tied'), latest, tied, newerAllowed),
  changed(
    id('latest-tied-older-updated-last'),
    latest,
    id('latest-tied'),
    ({ nowUnixMs }) => put(['statuses', 0, 'updated_at_unix_ms'], nowUnixMs - 499n),
    olderDenied,
  ),
  accepted(id('latest-equal'), latest, equal, newerAllowed),
  changed(id('latest-equal-by-text'), latest, id('latest-equal'), put(['statuses', 0, 'version'], '1.9.0'), {
    value: ({ skillId }) => ({
      code: 'skill.execution.denied',
      skill_id: skillId,
      version: '1.9.0',
      status: 'quarantined',
    }),
  }),
  accepted(
    id('latest-equal-by-text-not-number'),
    latest,
    two(
      () => ({ version: '1.10.0' }),
      () => ({ version: '1.9.0' }),
    ),
    gives('allowed', decided('1.9.0', 'active')),
  ),
  accepted(
    id('latest-created-first'),
    latest,
    two(
      ({ nowUnixMs }) => ({ detected_at_ms: nowUnixMs - 900n, created_at_unix_ms: nowUnixMs }),
      ({ nowUnixMs }) => ({ created_at_unix_ms: nowUnixMs - 900n }),
    ),
    newerAllowed,
  ),
  accepted(
    id('latest-of-its-own-skill'),
    latest,
    asking((world) => ({
      statuses: [
        row(world, 'quarantined'),
        row(world, 'active', { skill_id: `${world.skillId}2`, detected_at_ms: world.nowUnixMs }),
      ],
    })),
    olderDenied,
  ),
  accepted(
    id('given-version-not-the-latest'),
    ['GATE-GIVEN-VERSION'],
    (world) => {
      const { statuses } = earlier(world).model as { readonly statuses: readonly Fields[] };
      return asking(() => ({ statuses, input: { json: { skill_id: world.skillId, skill_version: '1.0.0' } } }))(world);
    },
    olderDenied,
  ),
  changed(
    id('given-version-the-latest'),
    ['GATE-GIVEN-VERSION'],
    id('given-version-not-the-latest'),
    put(field('skill_version'), '1.1.0'),
    newerAllowed,
  ),
  accepted(
    id('index-agrees'),
    latest,
    asking((world) => ({
      statuses: [
        row(world, 'quarantined', { detected_at_ms: world.nowUnixMs - 900n }),
        row(world, 'active', { version: '1.1.0' }),
      ],
      index: index(world, '1.1.0', '1.0.0'),
    })),
    newerAllowed,
  ),
  changed(
    id('index-agrees-quarantined'),
    ['GATE-ACTIVE'],
    id('index-agrees'),
    put(status(1), 'quarantined'),
    gives('denied', decided('1.1.0', 'quarantined')),
  ),
  accepted(
    id('freshly-installed'),
    ['GATE-NO-ROW'],
    asking((world) => ({ statuses: [], index: index(world, '1.0.0') })),
    gives('missing', ({ skillId }) => ({ skill_id: skillId, status: null })),
  ),

  changed(
    id('unreadable'),
    ['GATE-UNREADABLE'],
    plain,
    put(['readable'], false),
    gives('evaluation_error', ({ skillId }) => ({ skill_id: skillId, status: null })),
  ),
  changed(
    id('unreadable-versioned'),
    ['GATE-UNREADABLE', 'GATE-ANSWER'],
    versioned,
    put(['readable'], false),
    gives('evaluation_error', ({ skillId }) => ({ skill_id: skillId, version: '1.0.0', status: null })),
  ),
  accepted(
    id('unreadable-and-no-row'),
    ['GATE-UNREADABLE'],
    asking(() => ({ readable: false, statuses: [] })),
    gives('evaluation_error'),
  ),
  accepted(
    id('unreadable-and-no-skill'),
    ['GATE-ORDER', 'GATE-NO-SKILL'],
    asking(() => ({ readable: false, input: { json: {} } })),
    gives('not_applicable'),
  ),
  changed(
    id('unreadable-and-version-alone'),
    ['GATE-ORDER'],
    id('unreadable-and-no-skill'),
    put(field('skill_version'), '1.0.0'),
    gives('invalid_context'),
  ),
  changed(
    id('unreadable-and-no-input'),
    ['GATE-ORDER'],
    id('unreadable-and-no-skill'),
    put(['input', 'json'], null),
    gives('invalid_context'),
  ),
  changed(
    id('quarantined-beside-module'),
    ['GATE-ORDER', 'GATE-MODULE'],
    id('quarantined-alone'),
    put(field('module_wat'), '(module)'),
    gives('invalid_context'),
  ),
  accepted(
    id('quarantined-alone'),
    ['GATE-ACTIVE'],
    asking((world) => ({ statuses: [row(world, 'quarantined')] })),
    olderDenied,
  ),

  bad(id('statuses-no-list'), put(['statuses'], 'none')),
  bad(id('row-without-version'), remove(['statuses', 0, 'version'])),
  bad(id('row-of-an-unknown-word'), put(status(0), 'error')),
  bad(id('row-twice'), (world) => insert(['statuses', 1], row(world, 'active'))),
  bad(id('row-of-another-skill-broken'), (world) =>
    insert(['statuses', 1], row(world, 'active', { skill_id: `${world.skillId}2`, updated_at_unix_ms: null })),
  ),
  ...unlookedAt(),
];

/** A fault of rows or index is told where the answer can depend on them, and nowhere else. */
function unlookedAt(): readonly Case[] {
  const agrees = id('index-agrees');
  const rowFault = rejected(id('row-fault'), ['GATE-READ'], agrees, 'lifecycle.bad-state', put(status(0), 'error'));
  const indexFault = rejected(id('index-fault'), ['GATE-READ'], agrees, 'index.shape', put(['index', 'further'], 1n));
  const broken = { statuses: 'none', index: { entries: 7n } };
  return [
    rowFault,
    indexFault,
    ordered(id('row-fault-before-index-fault'), ['GATE-READ'], rowFault.id, indexFault.id),
    accepted(
      id('broken-and-unreadable'),
      ['GATE-READ'],
      asking(() => ({ ...broken, readable: false })),
      gives('evaluation_error', ({ skillId }) => ({ skill_id: skillId, version: null, status: null })),
    ),
    accepted(
      id('broken-and-no-skill'),
      ['GATE-READ'],
      asking(() => ({ ...broken, input: { json: {} } })),
      gives('not_applicable', () => ({ skill_id: null, version: null, status: null })),
    ),
    accepted(
      id('broken-and-no-input'),
      ['GATE-READ'],
      asking(() => ({ ...broken, input: { json: null } })),
      gives('invalid_context', () => ({ skill_id: null, version: null, status: null })),
    ),
    accepted(
      id('unreadable-beside-index'),
      ['GATE-READ', 'GATE-UNREADABLE', 'GATE-ANSWER'],
      asking((world) => ({ readable: false, index: index(world, '1.0.0') })),
      gives('evaluation_error', ({ skillId }) => ({ skill_id: skillId, version: null, status: null })),
    ),
  ];
}
