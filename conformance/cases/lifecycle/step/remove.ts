import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put, refusals } from '../../../rows.ts';
import { earlierSkill, type Fields, installed, laterSkill, superseded } from '../index-document/given.ts';
import { answers, line, type Outcome, remove, row, stepping } from './given.ts';

const two = 'lifecycle/remove-current';
const proves = ['LIFE-REMOVE', 'LIFE-INSTALLED', 'LIFE-REMOVE-CURRENT', 'LIFE-EFFECTS', 'LIFE-LOG'] as const;

/** That this version was removed and this one is current now. */
function removes(world: World, version: string, current: string | null, more: Partial<Outcome>): Outcome {
  const { skillId: skill_id } = world;
  return {
    result: 'removed',
    changedAt: world.nowUnixMs,
    log: [line(world, 'skill.removed', { skill_id, removed_versions: [version] })],
    effects: [
      { kind: 'remove-version', skill_id, version },
      { kind: 'point-current', skill_id, version: current },
    ],
    ...more,
  };
}

function versions(world: World): readonly Fields[] {
  return [superseded(world, '1.0.0'), installed(world, '1.1.0')];
}

const removing = (version: string | null) =>
  stepping((world: World) => ({ entries: versions(world), event: remove(world, { version }) }));

function others(world: World): readonly [before: Fields, after: Fields] {
  return [
    installed(world, '1.0.0', { skill_id: earlierSkill(world) }),
    installed(world, '1.1.0', { skill_id: laterSkill(world) }),
  ];
}

export const removeCases: readonly Case[] = [
  accepted(
    two,
    [...proves, 'LIFE-VERSION-DEFAULT'],
    removing(null),
    answers((world) => removes(world, '1.1.0', '1.0.0', { entries: [installed(world)] })),
  ),
  accepted(
    'lifecycle/remove-current-by-name',
    proves,
    removing('1.1.0'),
    answers((world) => removes(world, '1.1.0', '1.0.0', { entries: [installed(world)] })),
  ),
  changed(
    'lifecycle/remove-superseded',
    proves,
    two,
    put(['event', 'version'], '1.0.0'),
    answers((world) => removes(world, '1.0.0', '1.1.0', { entries: [installed(world, '1.1.0')] })),
  ),
  accepted(
    'lifecycle/remove-last',
    proves,
    stepping((world) => ({ event: remove(world, { version: null }) })),
    answers((world) => removes(world, '1.0.0', null, { entries: [] })),
  ),
  accepted(
    'lifecycle/remove-falls-to-highest',
    ['LIFE-REMOVE-CURRENT'],
    stepping((world) => ({
      entries: [superseded(world, '1.1.0'), installed(world, '1.3.0'), superseded(world, '1.2.0')],
      event: remove(world, { version: null }),
    })),
    answers((world) =>
      removes(world, '1.3.0', '1.2.0', { entries: [superseded(world, '1.1.0'), installed(world, '1.2.0')] }),
    ),
  ),
  accepted(
    'lifecycle/remove-falls-by-number',
    ['IDX-VERSION-ORDER'],
    stepping((world) => ({
      entries: [superseded(world, '1.9.0'), installed(world, '1.11.0'), superseded(world, '1.10.0')],
      event: remove(world, { version: null }),
    })),
    answers((world) =>
      removes(world, '1.11.0', '1.10.0', { entries: [superseded(world, '1.9.0'), installed(world, '1.10.0')] }),
    ),
  ),
  accepted(
    'lifecycle/remove-falls-to-higher',
    ['LIFE-REMOVE-CURRENT'],
    stepping((world) => ({
      entries: [superseded(world, '0.9.0'), installed(world), superseded(world, '1.2.0')],
      event: remove(world, { version: null }),
    })),
    answers((world) =>
      removes(world, '1.0.0', '1.2.0', { entries: [superseded(world, '0.9.0'), installed(world, '1.2.0')] }),
    ),
  ),
  accepted(
    'lifecycle/remove-keeps-lower-current',
    ['LIFE-REMOVE-CURRENT', 'IDX-CURRENT-KEPT'],
    stepping((world) => ({
      entries: [superseded(world, '0.9.0'), installed(world), superseded(world, '1.2.0')],
      event: remove(world, { version: '0.9.0' }),
    })),
    answers((world) => removes(world, '0.9.0', '1.0.0', { entries: [installed(world), superseded(world, '1.2.0')] })),
  ),
  accepted(
    'lifecycle/remove-among-others',
    ['LIFE-REMOVE'],
    stepping((world) => {
      const [before, after] = others(world);
      return { entries: [before, installed(world), after], event: remove(world) };
    }),
    answers((world) => removes(world, '1.0.0', null, { entries: others(world) })),
  ),
  ...(['active', 'quarantined', 'disabled'] as const).map((status) =>
    accepted(
      `lifecycle/remove-keeps-row-${status}`,
      ['LIFE-ROW-STAYS'],
      stepping((world) => ({ statuses: [row(world, status)], next: 9n, event: remove(world) })),
      answers((world) => removes(world, '1.0.0', null, { entries: [], statuses: [row(world, status)], next: 9n })),
    ),
  ),
  ...Object.entries<(world: World) => Fields>({
    'id-upper-case': (world) => ({ skill_id: world.skillId.toUpperCase() }),
    'id-white-space': (world) => ({ skill_id: ` \t${world.skillId}\n` }),
    'version-white-space': () => ({ version: ' 1.0.0\u00a0' }),
  }).map(([name, fields]) =>
    accepted(
      `lifecycle/remove-${name}`,
      ['LIFE-NAMES-ALSO'],
      stepping((world) => ({ event: remove(world, fields(world)) })),
      answers((world) => removes(world, '1.0.0', null, { entries: [] })),
    ),
  ),
  ...refused(),
];

function refused(): readonly Case[] {
  const missing = refusals(['LIFE-INSTALLED'], two, 'lifecycle.not-installed');
  const blank = refusals(['LIFE-NAMES-ALSO'], two, 'lifecycle.blank');
  return [
    missing('lifecycle/remove-unknown-version', put(['event', 'version'], '1.2.0')),
    missing('lifecycle/remove-version-otherwise', put(['event', 'version'], '01.1.0')),
    missing('lifecycle/remove-unknown-skill', (world) => put(['event', 'skill_id'], laterSkill(world))),
    missing('lifecycle/remove-prefix', (world) => put(['event', 'skill_id'], world.skillId.slice(0, -1))),
    missing('lifecycle/remove-publisher', (world) => put(['event', 'skill_id'], world.publisher)),
    missing('lifecycle/remove-from-nothing', put(['state', 'index', 'entries'], [])),
    blank('lifecycle/remove-blank-id', put(['event', 'skill_id'], ' ')),
    blank('lifecycle/remove-empty-id', put(['event', 'skill_id'], '')),
    blank('lifecycle/remove-blank-version', put(['event', 'version'], ' ')),
    blank('lifecycle/remove-empty-version', put(['event', 'version'], '')),
  ];
}
