import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { earlierSkill, type Fields, laterSkill } from '../index-document/given.ts';
import { base, decides, quarantined } from './decided.ts';
import { answers, quarantine, row, stepping, written } from './given.ts';

/** Rows of other versions and other skills, among which the new one has its place. */
function others(world: World): readonly Fields[] {
  return [
    row(world, 'disabled', { skill_id: laterSkill(world) }),
    row(world, 'active', { version: '1.10.0' }),
    row(world, 'quarantined', { version: '1.9.0', reason: null }),
    row(world, 'active', { skill_id: earlierSkill(world) }),
  ];
}

const [latest, earliest] = [2n ** 63n - 1n, -(2n ** 63n)];

export const rowCases: readonly Case[] = [
  accepted(
    'lifecycle/quarantine-among-others',
    ['LIFE-ROW-ORDER', 'LIFE-UPSERT'],
    stepping((world) => ({ statuses: others(world), event: quarantine(world) })),
    answers((world) => {
      const [last, tenth, ninth, first] = others(world);
      const now = written(world, quarantined);
      return decides(world, quarantined, { statuses: [first, now, tenth, ninth, last].map((each) => each ?? {}) });
    }),
  ),
  accepted(
    'lifecycle/quarantine-twice',
    ['LIFE-QUARANTINE', 'LIFE-UPSERT', 'LIFE-JOURNAL', 'LIFE-HOOKS'],
    stepping((world) => ({ statuses: [written(world, quarantined)], event: quarantine(world) })),
    answers((world) => decides(world, quarantined)),
  ),
  accepted(
    'lifecycle/quarantine-earlier-than-row',
    ['LIFE-UPSERT'],
    stepping((world) => ({
      statuses: [
        row(world, 'active', { created_at_unix_ms: world.nowUnixMs + 5n, updated_at_unix_ms: world.nowUnixMs + 5n }),
      ],
      event: quarantine(world),
    })),
    answers((world) => decides(world, { ...quarantined, createdAt: world.nowUnixMs + 5n })),
  ),
  ...Object.entries({ zero: 0n, negative: -1n, latest, earliest, 'beyond-doubles': 2n ** 53n + 1n }).map(
    ([name, now]) =>
      changed(
        `lifecycle/quarantine-time-${name}`,
        ['LIFE-UPSERT', 'LIFE-JOURNAL', 'LIFE-LOG'],
        base,
        put(['nowUnixMs'], now),
        answers((world) => decides(world, { ...quarantined, now })),
      ),
  ),
  accepted(
    'lifecycle/quarantine-keeps-plan',
    ['LIFE-QUARANTINE', 'LIFE-EFFECTS'],
    stepping((world) => ({ next: world.nowUnixMs - 1n, quarantineNew: true, interval: 0n, event: quarantine(world) })),
    answers((world) => decides(world, quarantined, { next: world.nowUnixMs - 1n })),
  ),
];
