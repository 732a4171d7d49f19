import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, observed } from '../../../rows.ts';
import { earlierSkill, type Fields, gives, installed, laterSkill, loading, superseded } from './given.ts';

const orderOf = ['IDX-ORDER'] as const;
const versionOrder = ['IDX-VERSION-ORDER'] as const;

/** Each with the version below it, which is the current one so that nothing but the order can change. */
const pairs: { readonly [name: string]: readonly [lower: string, higher: string] } = {
  'minor-by-number': ['1.9.0', '1.10.0'],
  'patch-by-number': ['1.0.9', '1.0.10'],
  'major-by-number': ['9.0.0', '10.0.0'],
  'major-before-minor': ['1.9.9', '2.0.0'],
  'minor-before-patch': ['1.1.9', '1.2.0'],
  'greatest-numbers': ['4294967294.4294967295.4294967295', '4294967295.0.0'],
  'beyond-32-bits': ['4294967296.0.0', '0.0.1'],
  'beyond-32-bits-last': ['9.9.4294967296', '0.0.1'],
  'leading-zeros': ['1.09.0', '1.10.0'],
  'leading-zero-patch': ['1.0.09', '1.0.10'],
  'equal-numbers': ['01.0.0', '1.0.0'],
  'equal-numbers-plus': ['+1.0.0', '1.0.0'],
  'equal-numbers-below-patch': ['1.0.0', '01.0.1'],
  'two-parts': ['9.9', '0.0.1'],
  'four-parts': ['9.9.9.9', '0.0.1'],
  'pre-release': ['9.0.0-rc1', '0.0.1'],
  'letter-before': ['v9.0.0', '0.0.1'],
  'negative-part': ['9.-1.0', '0.0.1'],
  'other-digits': ['٩.٠.٠', '0.0.1'],
  words: ['stable', '0.0.1'],
  'words-by-bytes': ['Zeta', 'alpha'],
  'words-by-text': ['v10', 'v9'],
  'words-longer': ['beta', 'beta2'],
  'beyond-surrogates': ['\uff5e', '\u{1f600}'],
};

function pair(name: string, lower: string, higher: string): readonly Case[] {
  const inOrder = (world: World): readonly Fields[] => [installed(world, lower), superseded(world, higher)];
  return [
    accepted(`lifecycle/index-order-${name}`, versionOrder, loading(inOrder), gives(inOrder)),
    accepted(
      `lifecycle/index-order-${name}-turned`,
      versionOrder,
      loading((world) => [installed(world, higher), superseded(world, lower)]),
      gives((world) => [superseded(world, lower), installed(world, higher)]),
    ),
  ];
}

function skills(world: World): readonly Fields[] {
  return [earlierSkill(world), world.skillId, laterSkill(world)].map((skill_id) =>
    installed(world, '1.0.0', { skill_id }),
  );
}

const manySkills = (world: World): readonly Fields[] =>
  Array.from({ length: 60 }, (_, place) =>
    installed(world, '1.0.0', { skill_id: `${world.publisher}.s${String(place).padStart(2, '0')}` }),
  );

/** Ids whose bytes have another order than a reader, or the units of UTF-16, would give them. */
const ids = ['Zeta.skill', 'a-b', 'a.b', 'a.b.c', 'a_b', 'ab', 'é', '\uff5e', '\u{1f600}'];
const withIds = (world: World): readonly Fields[] => ids.map((skill_id) => installed(world, '1.0.0', { skill_id }));

export const orderCases: readonly Case[] = [
  accepted('lifecycle/index-order-of-skills', orderOf, loading(skills), gives(skills)),
  accepted(
    'lifecycle/index-order-of-skills-turned',
    orderOf,
    loading((world) => [...skills(world)].reverse()),
    gives(skills),
  ),
  accepted(
    'lifecycle/index-order-of-many',
    orderOf,
    loading((world) => [...manySkills(world)].reverse()),
    gives(manySkills),
  ),
  accepted(
    'lifecycle/index-order-by-bytes',
    orderOf,
    loading((world) => [...withIds(world)].reverse()),
    gives(withIds),
  ),
  accepted(
    'lifecycle/index-order-skill-before-version',
    ['IDX-ORDER'],
    loading((world) => [
      installed(world, '1.0.0', { skill_id: laterSkill(world) }),
      installed(world, '2.0.0', { skill_id: earlierSkill(world) }),
    ]),
    gives((world) => [
      installed(world, '2.0.0', { skill_id: earlierSkill(world) }),
      installed(world, '1.0.0', { skill_id: laterSkill(world) }),
    ]),
  ),
  accepted(
    'lifecycle/index-order-versions-together',
    versionOrder,
    loading((world) => [
      superseded(world, '1.10.0'),
      installed(world, '3.0.0', { skill_id: earlierSkill(world) }),
      installed(world, '1.9.0'),
      superseded(world, 'beta'),
      superseded(world, '1.2.0', { skill_id: earlierSkill(world) }),
      superseded(world, '0.10.10'),
    ]),
    gives((world) => [
      superseded(world, '1.2.0', { skill_id: earlierSkill(world) }),
      installed(world, '3.0.0', { skill_id: earlierSkill(world) }),
      superseded(world, 'beta'),
      superseded(world, '0.10.10'),
      installed(world, '1.9.0'),
      superseded(world, '1.10.0'),
    ]),
  ),
  ...Object.entries(pairs).flatMap(([name, [lower, higher]]) => pair(name, lower, higher)),
  observed(
    'lifecycle/index-order-as-text',
    ['IDX-VERSION-ORDER-HOLE'],
    'accepted',
    loading((world) => [superseded(world, '1.10.0'), installed(world, '1.9.0')]),
  ),
];
