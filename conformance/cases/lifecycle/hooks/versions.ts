import type { Case } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import { skill as skillOf } from '../../runtime/runner/given.ts';
import { inVersion } from '../../runtime/runner/installed.ts';
import { atPlugin, codes, dispatching, failed, giving, ran } from './given.ts';
import { comes, thenComes } from './rows.ts';

/** The skill in two versions, each of which gives itself away: 42 or 1000. */
const versions = dispatching((world) => ({
  bound: [['a', {}]],
  installed: [inVersion(world, '1.0.0', 'answer', false), inVersion(world, '2.0.0', 'recursion', true)],
}));

export const versionCases: readonly Case[] = [
  comes('current-version', ['HOOK-CURRENT'], versions, (world) => ({
    outcomes: [{ ...Object(ran(world, 'a', 1000)), output: { exit_code: 1000n, skill: { version: '2.0.0' } } }],
  })),
  comes(
    'older-version-current',
    ['HOOK-CURRENT'],
    dispatching((world) => ({
      bound: [['a', {}]],
      installed: [inVersion(world, '1.0.0', 'answer', true), inVersion(world, '2.0.0', 'recursion', false)],
    })),
    (world) => ({ outcomes: [ran(world, 'a', 42)] }),
  ),
  thenComes(
    'bound-version',
    ['HOOK-CURRENT'],
    'current-version',
    put(atPlugin(0, 'skill_version'), '1.0.0'),
    (world) => ({
      outcomes: [ran(world, 'a', 42)],
    }),
  ),
  thenComes(
    'bound-version-gone',
    ['HOOK-CURRENT'],
    'current-version',
    put(atPlugin(0, 'skill_version'), '1.5.0'),
    (world) => ({
      outcomes: [failed(world, 'a', 'module')],
    }),
  ),
  thenComes(
    'current-version-status',
    ['HOOK-CURRENT', 'HOOK-STATUS'],
    'current-version',
    (world) => insert(['statuses', 0], { skill_id: world.skillId, version: '2.0.0', status: 'quarantined' }),
    (world) => ({
      outcomes: [failed(world, 'a', 'status')],
    }),
  ),
  comes(
    'other-version-quarantined',
    ['HOOK-STATUS', 'HOOK-CURRENT'],
    dispatching((world) => ({
      bound: [
        ['a', {}],
        ['b', { skill_version: '1.0.0' }],
      ],
      installed: [inVersion(world, '1.0.0', 'answer', false), inVersion(world, '2.0.0', 'recursion', true)],
      statuses: [{ skill_id: world.skillId, version: '1.0.0', status: 'quarantined' }],
    })),
    (world) => ({ outcomes: [ran(world, 'a', 1000), failed(world, 'b', 'status')] }),
  ),
  comes(
    'swapped-artifact',
    ['RUN-SAME-SKILL'],
    dispatching((world) => ({
      bound: [
        ['a', { skill_id: `${world.publisher}.other` }],
        ['b', giving(9)],
      ],
      installed: [{ ...skillOf(world), skillId: `${world.publisher}.other` }, codes(world)],
    })),
    (world) => ({ outcomes: [failed(world, 'a', 'run'), ran(world, 'b', 9)] }),
  ),
];
