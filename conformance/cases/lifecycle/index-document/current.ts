import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put } from '../../../rows.ts';
import { earlierSkill, type Fields, gives, installed, laterSkill, loading, root } from './given.ts';

/** Versions of one skill, `*` behind those that are flagged. */
function versions(world: World, marked: readonly string[], fields: Fields = {}): readonly Fields[] {
  return marked.map((each) => installed(world, each.replace('*', ''), { current: each.endsWith('*'), ...fields }));
}

interface Row {
  readonly name: string;
  readonly proves: RequirementId;
  /** In the order in which they come back. */
  readonly given: readonly string[];
  readonly gives: readonly string[];
}

const kept = 'IDX-CURRENT-KEPT';
const highest = 'IDX-CURRENT-HIGHEST';

const rows: readonly Row[] = [
  { name: 'highest-flagged', proves: kept, given: ['1.0.0', '1.1.0*'], gives: ['1.0.0', '1.1.0*'] },
  { name: 'lowest-flagged', proves: kept, given: ['1.0.0*', '1.1.0'], gives: ['1.0.0*', '1.1.0'] },
  { name: 'middle-flagged', proves: kept, given: ['1.0.0', '1.1.0*', '1.2.0'], gives: ['1.0.0', '1.1.0*', '1.2.0'] },
  { name: 'only-flagged', proves: kept, given: ['1.0.0*'], gives: ['1.0.0*'] },
  { name: 'only-not-flagged', proves: 'IDX-CURRENT-ONLY', given: ['1.0.0'], gives: ['1.0.0*'] },
  { name: 'only-word-not-flagged', proves: 'IDX-CURRENT-ONLY', given: ['beta'], gives: ['beta*'] },
  { name: 'none-of-two', proves: highest, given: ['1.0.0', '1.1.0'], gives: ['1.0.0', '1.1.0*'] },
  { name: 'none-of-three', proves: highest, given: ['1.0.0', '1.1.0', '2.0.0'], gives: ['1.0.0', '1.1.0', '2.0.0*'] },
  { name: 'both-of-two', proves: highest, given: ['1.0.0*', '1.1.0*'], gives: ['1.0.0', '1.1.0*'] },
  { name: 'all-of-three', proves: highest, given: ['1.0.0*', '1.1.0*', '2.0.0*'], gives: ['1.0.0', '1.1.0', '2.0.0*'] },
  { name: 'lower-two', proves: highest, given: ['1.0.0*', '1.1.0*', '2.0.0'], gives: ['1.0.0', '1.1.0', '2.0.0*'] },
  {
    name: 'first-and-last',
    proves: highest,
    given: ['1.0.0*', '1.1.0', '2.0.0*'],
    gives: ['1.0.0', '1.1.0', '2.0.0*'],
  },
  { name: 'none-by-number', proves: highest, given: ['1.9.0', '1.10.0'], gives: ['1.9.0', '1.10.0*'] },
  { name: 'both-by-number', proves: highest, given: ['1.9.0*', '1.10.0*'], gives: ['1.9.0', '1.10.0*'] },
  { name: 'none-with-word', proves: highest, given: ['zeta', '0.0.1'], gives: ['zeta', '0.0.1*'] },
  { name: 'both-with-word', proves: highest, given: ['zeta*', '0.0.1*'], gives: ['zeta', '0.0.1*'] },
  { name: 'word-kept', proves: 'IDX-VERSION-ORDER', given: ['zeta*', '0.0.1'], gives: ['zeta*', '0.0.1'] },
  { name: 'none-of-words', proves: highest, given: ['alpha', 'beta'], gives: ['alpha', 'beta*'] },
  {
    name: 'none-beyond-32-bits',
    proves: highest,
    given: ['4294967296.0.0', '4294967295.0.0'],
    gives: ['4294967296.0.0', '4294967295.0.0*'],
  },
  { name: 'none-of-equal-numbers', proves: highest, given: ['01.0.0', '1.0.0'], gives: ['01.0.0', '1.0.0*'] },
];

function row({ name, proves, given, gives: expected }: Row): readonly Case[] {
  const id = `lifecycle/index-current-${name}`;
  const value = gives((world) => versions(world, expected));
  const straight = accepted(
    id,
    [proves],
    loading((world) => versions(world, given)),
    value,
  );
  if (given.length === 1) return [straight];
  return [
    straight,
    accepted(
      `${id}-turned`,
      [proves],
      loading((world) => [...versions(world, given)].reverse()),
      value,
    ),
  ];
}

function apart(world: World): readonly Fields[] {
  return [
    ...versions(world, ['1.0.0*', '1.1.0'], { skill_id: earlierSkill(world) }),
    ...versions(world, ['1.0.0', '1.1.0']),
    ...versions(world, ['1.0.0*', '1.1.0*'], { skill_id: laterSkill(world) }),
  ];
}

const highestOfEach = {
  value: gives((world) => [
    ...versions(world, ['1.0.0*', '1.1.0'], { skill_id: earlierSkill(world) }),
    ...versions(world, ['1.0.0', '1.1.0*']),
    ...versions(world, ['1.0.0', '1.1.0*'], { skill_id: laterSkill(world) }),
  ]).value,
};

export const currentCases: readonly Case[] = [
  ...rows.flatMap(row),
  accepted('lifecycle/index-current-of-each-skill', [highest], loading(apart), highestOfEach),
  changed(
    'lifecycle/index-current-of-one-skill-alone',
    [highest],
    'lifecycle/index-current-of-each-skill',
    put([...root, 'entries', 2, 'current'], true),
    gives((world) => [
      ...versions(world, ['1.0.0*', '1.1.0'], { skill_id: earlierSkill(world) }),
      ...versions(world, ['1.0.0*', '1.1.0']),
      ...versions(world, ['1.0.0', '1.1.0*'], { skill_id: laterSkill(world) }),
    ]),
  ),
  observed(
    'lifecycle/index-current-both-flagged',
    ['IDX-CURRENT-HOLE'],
    'accepted',
    loading((world) => versions(world, ['1.0.0*', '1.1.0*'])),
  ),
  observed(
    'lifecycle/index-current-none-flagged',
    ['IDX-CURRENT-HOLE'],
    'accepted',
    loading((world) => versions(world, ['1.0.0', '1.1.0'])),
  ),
];
