import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put, rejected } from '../../../rows.ts';
import { type Fields, installed, laterSkill, superseded } from '../index-document/given.ts';
import { decides } from './decided.ts';
import { answers, enable, quarantine, row, stepping, written } from './given.ts';

export const defaultVersionCases: readonly Case[] = (['quarantine', 'enable'] as const).flatMap((kind) => {
  const make = kind === 'quarantine' ? quarantine : enable;
  const status = kind === 'quarantine' ? 'quarantined' : 'active';
  const twoVersions = (world: World): readonly Fields[] => [installed(world), superseded(world, '1.1.0')];
  const twin = `lifecycle/${kind}-current`;
  return [
    accepted(
      twin,
      ['LIFE-VERSION-DEFAULT'],
      stepping((world) => ({ entries: twoVersions(world), event: make(world, { version: null }) })),
      answers((world) => decides(world, { status, reason: 'under review' }, { entries: twoVersions(world) })),
    ),
    changed(
      `lifecycle/${kind}-version-not-current`,
      ['LIFE-VERSION-DEFAULT', 'LIFE-NOT-INSTALLED'],
      twin,
      put(['event', 'version'], '1.1.0'),
      answers((world) =>
        decides(world, { status, reason: 'under review', version: '1.1.0' }, { entries: twoVersions(world) }),
      ),
    ),
    changed(
      `lifecycle/${kind}-version-not-installed`,
      ['LIFE-NOT-INSTALLED'],
      twin,
      put(['event', 'version'], '3.0.0'),
      answers((world) =>
        decides(world, { status, reason: 'under review', version: '3.0.0' }, { entries: twoVersions(world) }),
      ),
    ),
    rejected(
      `lifecycle/${kind}-current-of-nothing`,
      ['LIFE-INSTALLED'],
      twin,
      'lifecycle.not-installed',
      put(['state', 'index', 'entries'], []),
    ),
    rejected(`lifecycle/${kind}-current-of-another`, ['LIFE-INSTALLED'], twin, 'lifecycle.not-installed', (world) =>
      put(['event', 'skill_id'], laterSkill(world)),
    ),
    accepted(
      `lifecycle/${kind}-skill-not-installed`,
      ['LIFE-NOT-INSTALLED'],
      stepping((world) => ({ entries: [], event: make(world) })),
      answers((world) => decides(world, { status, reason: 'under review' }, { entries: [] })),
    ),
    accepted(
      `lifecycle/${kind}-current-beats-row`,
      ['LIFE-VERSION-DEFAULT'],
      stepping((world) => ({
        entries: twoVersions(world),
        statuses: [row(world, 'active', { version: '1.1.0', detected_at_ms: world.nowUnixMs })],
        event: make(world, { version: null }),
      })),
      answers((world) =>
        decides(
          world,
          { status, reason: 'under review' },
          {
            entries: twoVersions(world),
            statuses: [
              written(world, { status, reason: 'under review' }),
              row(world, 'active', { version: '1.1.0', detected_at_ms: world.nowUnixMs }),
            ],
          },
        ),
      ),
    ),
  ];
});
