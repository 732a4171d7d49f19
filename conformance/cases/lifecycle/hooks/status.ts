import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import type { InstalledModel } from '../../../recipe/models.ts';
import { insert, put } from '../../../rows.ts';
import { codes, dispatching, failed, giving, ran } from './given.ts';
import { comes, thenComes } from './rows.ts';

const two = 'two';

/** A row for the skill of both hooks. */
function row(status: string, more: { readonly skill_id?: string; readonly version?: string } = {}) {
  return ({ skillId }: World) => insert(['statuses', 0], { skill_id: skillId, version: '3.1.4', status, ...more });
}

const bothRun = (world: World) => [ran(world, 'a', 7), ran(world, 'b', 9)];
const neitherRuns = (world: World) => [failed(world, 'a', 'status'), failed(world, 'b', 'status')];

/** Two skills: that of the hooks `a` and `c`, and that of `b`. */
function ofTwoSkills(status: string): Case {
  return comes(
    `status-of-one-${status}`,
    ['HOOK-STATUS', 'HOOK-ISOLATION'],
    dispatching((world) => ({
      bound: [
        ['a', giving(7)],
        ['b', { skill_id: otherOf(world), entrypoint: giving(41) }],
        ['c', giving(9)],
      ],
      installed: [codes(world), ofOther(world)],
      statuses: [{ skill_id: otherOf(world), version: '3.1.4', status }],
    })),
    (world) => ({ outcomes: [ran(world, 'a', 7), failed(world, 'b', 'status'), ran(world, 'c', 9)], aborted: false }),
  );
}

/** Another skill, which is what its artifact says, too. */
function ofOther(world: World): InstalledModel {
  return codes({ ...world, skillId: otherOf(world) });
}

const otherOf = ({ publisher }: World) => `${publisher}.other`;

function unchanged(
  name: string,
  edit: Parameters<typeof thenComes>[3],
  proves: 'HOOK-STATUS' | 'HOOK-NO-STATUS',
): Case {
  return thenComes(name, [proves], 'status-quarantined', edit, (world) => ({
    outcomes: bothRun(world),
    aborted: false,
  }));
}

export const statusCases: readonly Case[] = [
  comes(
    'status-quarantined',
    ['HOOK-STATUS'],
    dispatching((world) => ({
      bound: [
        ['a', giving(7)],
        ['b', giving(9)],
      ],
      statuses: [{ skill_id: world.skillId, version: '3.1.4', status: 'quarantined' }],
    })),
    (world) => ({ outcomes: neitherRuns(world), aborted: false }),
  ),
  thenComes('status-disabled', ['HOOK-STATUS'], two, row('disabled'), (world) => ({
    outcomes: neitherRuns(world),
    aborted: false,
  })),
  unchanged('status-active', put(['statuses', 0, 'status'], 'active'), 'HOOK-NO-STATUS'),
  unchanged('status-none', put(['statuses'], []), 'HOOK-NO-STATUS'),
  unchanged('status-of-other-version', put(['statuses', 0, 'version'], '3.1.5'), 'HOOK-STATUS'),
  unchanged('status-of-version-with-blank', put(['statuses', 0, 'version'], '3.1.4 '), 'HOOK-STATUS'),
  unchanged(
    'status-of-other-skill',
    ({ publisher }) => put(['statuses', 0, 'skill_id'], `${publisher}.other`),
    'HOOK-STATUS',
  ),
  thenComes(
    'status-in-capitals',
    ['HOOK-STATUS'],
    two,
    (world) => row('quarantined', { skill_id: world.skillId.toUpperCase() })(world),
    (world) => ({ outcomes: neitherRuns(world) }),
  ),
  ofTwoSkills('quarantined'),
  ofTwoSkills('disabled'),

  thenComes('statuses-unreadable', ['HOOK-ABORT'], two, put(['statuses'], null), () => ({
    outcomes: [],
    aborted: true,
  })),
  thenComes('status-that-is-none', ['HOOK-ABORT'], two, row('error'), () => ({ outcomes: [], aborted: true })),
  thenComes('status-with-capital', ['HOOK-ABORT'], two, row('Active'), () => ({ outcomes: [], aborted: true })),
  thenComes('status-empty', ['HOOK-ABORT'], two, row(''), () => ({ outcomes: [], aborted: true })),
  comes(
    'status-unreadable-of-second',
    ['HOOK-ABORT'],
    dispatching((world) => ({
      bound: [
        ['a', giving(7)],
        ['b', { skill_id: otherOf(world), entrypoint: giving(41) }],
        ['c', giving(9)],
      ],
      installed: [codes(world), ofOther(world)],
      statuses: [{ skill_id: otherOf(world), version: '3.1.4', status: 'error' }],
    })),
    (world) => ({ outcomes: [ran(world, 'a', 7)], aborted: true }),
  ),
  comes(
    'statuses-not-needed',
    ['HOOK-ABORT', 'HOOK-STEPS'],
    dispatching({ bound: [['a', { enabled: false }]], statuses: null }),
    (world) => ({ outcomes: [failed(world, 'a', 'plugin-disabled')], aborted: false }),
  ),
  thenComes(
    'statuses-unreadable-at-run-event',
    ['HOOK-ABORT', 'HOOK-NO-DECISION'],
    'statuses-readable-at-run-event',
    put(['statuses'], null),
    () => ({ outcomes: [], aborted: true, resolution: { selected: { kind: 'continue', hook_id: 'runtime' } } }),
  ),
  comes(
    'statuses-readable-at-run-event',
    ['HOOK-ABORT'],
    dispatching({ bound: [['a', giving(30), { event: 'run:before_run' }]], event: 'run:before_run' }),
    (world) => ({ outcomes: [ran(world, 'a', 30)], aborted: false, resolution: { selected: { kind: 'block' } } }),
  ),
];
