import type { GuestName } from '#fixtures/guests/guest.ts';
import type { World } from '#fixtures/world.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { InstalledModel } from '../../../recipe/models.ts';
import { put, remove } from '../../../rows.ts';
import {
  type ArtifactChange,
  both,
  calling,
  type Fields,
  field,
  installedVersion,
  ofSkill,
  skill,
  skillAnswer,
  skillFields,
  withGuest,
} from './given.ts';
import { refused, refusingSkill, runs } from './rows.ts';

const listed = ['RUN-INSTALLED'] as const;
const current = ['RUN-CURRENT'] as const;
const unavailable = refusingSkill(['RUN-INDEX'], 'runner.skills-unavailable');
const notInstalled = refusingSkill(listed, 'runner.not-installed');

/** The skill in a version of its own, which its module gives away: 42 or 1000. */
export function inVersion(
  world: World,
  version: string,
  guest: GuestName,
  isCurrent: boolean,
  change: ArtifactChange = (base) => base,
): InstalledModel {
  const artifact = both(both(withGuest(guest), versioned(version)), change);
  return skill(world, artifact, { version, current: isCurrent });
}

export function versioned(version: string): ArtifactChange {
  return (base) => ({ ...base, manifest: `${base.manifest}`.replace(`"${installedVersion}"`, `"${version}"`) });
}

function twoVersions(first: boolean, second: boolean, fields: Fields = {}): (world: World) => Recipe {
  return calling((world) => ({
    input: { json: skillFields(world, fields) },
    installed: [inVersion(world, '1.0.0', 'answer', first), inVersion(world, '2.0.0', 'recursion', second)],
  }));
}

const older = { exit_code: 42n, skill: { version: '1.0.0' } };
const newer = { exit_code: 1000n, skill: { version: '2.0.0' } };
const chosen = 'version-given';

/** A list is taken at its word: only what a caller writes is trimmed. */
function listedOtherwise(name: string, version: string): Case {
  return refused(
    `version-listed-${name}`,
    listed,
    chosen,
    'runner.not-installed',
    put(['installed', 1, 'version'], version),
  );
}

export const installedCases: readonly Case[] = [
  unavailable('list-unreadable', put(['installed'], null)),
  unavailable('artifact-unreadable', put(['installed', 0, 'artifact'], null)),
  runs(
    'other-artifact-unreadable',
    ['RUN-INDEX'],
    calling((world) => ({
      input: { json: skillFields(world) },
      installed: [
        { skillId: `${world.publisher}.other`, version: '1.0.0', current: true, artifact: null },
        skill(world),
      ],
    })),
    skillAnswer,
  ),
  notInstalled('nothing-installed', remove(['installed', 0])),
  notInstalled('other-skill-asked-for', ({ publisher }) => field('skill_id', `${publisher}.other`)),
  notInstalled('skill-id-in-capitals', ({ skillId }) => field('skill_id', skillId.toUpperCase())),
  notInstalled('skill-id-with-blank-in-front', ({ skillId }) => field('skill_id', ` ${skillId}`)),
  notInstalled('skill-id-with-line-break-behind', ({ skillId }) => field('skill_id', `${skillId}\n`)),
  notInstalled('beginning-of-skill-id', ({ skillId }) => field('skill_id', skillId.slice(0, -1))),
  notInstalled('publisher-alone', ({ publisher }) => field('skill_id', publisher)),
  notInstalled('other-version', field('skill_version', '3.1.5')),
  notInstalled('version-with-leading-zero', field('skill_version', '03.1.4')),
  notInstalled('version-with-plus', field('skill_version', '+3.1.4')),
  notInstalled('beginning-of-version', field('skill_version', '3.1')),
  notInstalled('version-by-word', field('skill_version', 'latest')),
  notInstalled('version-climbing', field('skill_version', '../3.1.4')),
  notInstalled('skill-id-climbing', ({ skillId }) => field('skill_id', `../skills/${skillId}`)),
  runs('version-with-white-space', listed, ofSkill({ skill_version: '\u0085 3.1.4\n' }), ({ skillId }) => ({
    ...skillAnswer,
    skill: { skill_id: skillId, version: '3.1.4' },
  })),

  listedOtherwise('with-white-space-before', ' 2.0.0'),
  listedOtherwise('with-white-space-behind', '2.0.0\u0085'),

  runs('first-version-current', current, twoVersions(true, false), older),
  runs('second-version-current', current, twoVersions(false, true), newer),
  runs('no-version-current', current, twoVersions(false, false), older),
  runs('version-given', [...current, ...listed], twoVersions(true, false, { skill_version: '2.0.0' }), newer),
  runs('current-version-given', current, twoVersions(true, false, { skill_version: '1.0.0' }), older),
  refused('version-between', listed, chosen, 'runner.not-installed', field('skill_version', '1.5.0')),
  runs(
    'other-skill-current',
    current,
    calling((world) => ({
      input: { json: skillFields(world) },
      installed: [
        { ...inVersion(world, '1.0.0', 'recursion', true), skillId: `${world.publisher}.other` },
        inVersion(world, '2.0.0', 'answer', false),
      ],
    })),
    { exit_code: 42n, skill: { version: '2.0.0' } },
  ),
  refused(
    'version-of-other-skill',
    listed,
    'other-skill-current',
    'runner.not-installed',
    field('skill_version', '1.0.0'),
  ),
];
