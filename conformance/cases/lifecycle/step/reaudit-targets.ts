import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, insert, observed, put, refusals, rejected, remove as without } from '../../../rows.ts';
import { earlierSkill, type Fields, installed, laterSkill, superseded } from '../index-document/given.ts';
import { announced, answers, finding, reaudit, row, stepping, written } from './given.ts';
import { audited, complains, failed, interval, missing } from './reaudit-given.ts';

const nextCases: readonly Case[] = [
  next('none', 0n, (now) => now, null),
  next(
    'one',
    1n,
    (now) => now,
    (now) => now + 1n,
  ),
  next(
    'to-the-last',
    2n ** 63n - 1n,
    () => 0n,
    () => 2n ** 63n - 1n,
  ),
  next(
    'beyond-the-last',
    2n ** 63n - 1n,
    () => 1n,
    () => 2n ** 63n - 1n,
  ),
  next(
    'far-beyond',
    2n ** 64n - 1n,
    () => 2n ** 63n - 1n,
    () => 2n ** 63n - 1n,
  ),
  next(
    'greatest-from-earliest',
    2n ** 64n - 1n,
    () => -(2n ** 63n),
    () => 2n ** 63n - 1n,
  ),
  next(
    'greatest-from-a-second',
    2n ** 64n - 1n,
    () => -(2n ** 63n) + 1n,
    () => 2n ** 63n - 1n,
  ),
  next(
    'from-negative',
    5n,
    () => -7n,
    () => -2n,
  ),
  next(
    'to-zero',
    7n,
    () => -7n,
    () => 0n,
  ),
];

function next(
  name: string,
  reauditInterval: bigint,
  now: (world: bigint) => bigint,
  expected: ((now: bigint) => bigint) | null,
): Case {
  return accepted(
    `lifecycle/reaudit-next-${name}`,
    ['REAUDIT-NEXT'],
    stepping((world) => ({
      interval: reauditInterval,
      now: now(world.nowUnixMs),
      next: 1n,
      event: reaudit(finding(world, audited(world))),
    })),
    answers((world) => ({
      result: 'reaudited',
      next: expected === null ? null : expected(now(world.nowUnixMs)),
    })),
  );
}

function targets(): readonly Case[] {
  const refused = { kind: 'refused', detail: 'x' };
  const entries = (world: World): readonly Fields[] => [
    installed(world, '2.0.0', { skill_id: earlierSkill(world) }),
    installed(world),
    superseded(world, '1.1.0'),
    installed(world, '1.0.0', { skill_id: laterSkill(world) }),
  ];
  const earlier = (world: World) => finding(world, refused, { skill_id: earlierSkill(world), version: '2.0.0' });
  const later = (world: World) => finding(world, refused, { skill_id: laterSkill(world) });
  const decided = { status: 'quarantined', reason: `${failed}: x`, principal: 'system:daemon' } as const;
  const all = 'lifecycle/reaudit-all';
  const unfit = refusals(['REAUDIT-FINDINGS'], all, 'lifecycle.bad-event');
  const at = ['event', 'findings'];
  return [
    accepted(
      all,
      ['REAUDIT-TARGETS', 'LIFE-EFFECTS', 'REAUDIT-FINDINGS'],
      stepping((world) => ({
        entries: entries(world),
        event: reaudit(later(world), finding(world, refused), earlier(world)),
      })),
      answers((world) => {
        const rows = [
          written(world, { ...decided, skillId: earlierSkill(world), version: '2.0.0' }),
          written(world, decided),
          written(world, { ...decided, skillId: laterSkill(world) }),
        ];
        return { ...complains(world, ''), entries: entries(world), statuses: rows, ...announced(...rows) };
      }),
    ),
    accepted(
      'lifecycle/reaudit-superseded-passed-over',
      ['REAUDIT-TARGETS'],
      stepping((world) => ({
        entries: [installed(world), superseded(world, '1.1.0')],
        event: reaudit(
          finding(world, refused, { version: '1.1.0' }),
          finding(world, audited(world)),
          finding(world, missing, { version: '9.0.0' }),
          later(world),
        ),
      })),
      answers((world) => ({
        result: 'reaudited',
        next: world.nowUnixMs + interval,
        entries: [installed(world), superseded(world, '1.1.0')],
      })),
    ),
    accepted(
      'lifecycle/reaudit-nothing-installed',
      ['REAUDIT-TARGETS', 'REAUDIT-NEXT'],
      stepping((world) => ({ entries: [], statuses: [row(world, 'active')], event: reaudit() })),
      answers((world) => ({
        result: 'reaudited',
        next: world.nowUnixMs + interval,
        entries: [],
        statuses: [row(world, 'active')],
      })),
    ),
    unfit('lifecycle/reaudit-first-not-found', without([...at, 2])),
    unfit('lifecycle/reaudit-last-not-found', without([...at, 0])),
    unfit('lifecycle/reaudit-none-found', put(at, [])),
    unfit('lifecycle/reaudit-superseded-instead', put([...at, 1, 'version'], '1.1.0')),
    unfit('lifecycle/reaudit-found-twice', (world) => insert([...at, 3], finding(world, refused))),
    unfit('lifecycle/reaudit-found-otherwise-too', (world) => insert([...at, 3], finding(world, audited(world)))),
    rejected(
      'lifecycle/reaudit-others-found-twice',
      ['REAUDIT-FINDINGS'],
      'lifecycle/reaudit-superseded-passed-over',
      'lifecycle.bad-event',
      (world) => insert([...at, 4], later(world)),
    ),
    observed(
      'lifecycle/reaudit-none-flagged',
      ['REAUDIT-UNFLAGGED'],
      'accepted',
      stepping((world) => ({
        entries: [superseded(world, '1.0.0'), superseded(world, '1.1.0')],
        event: reaudit(finding(world, refused), finding(world, refused, { version: '1.1.0' })),
      })),
    ),
  ];
}

export const reauditTargetCases: readonly Case[] = [...nextCases, ...targets()];
