import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, remove } from '../../../rows.ts';
import { record, row } from '../view/given.ts';
import { asking, decided, field, gives, id, index } from './given.ts';

const proves = ['GATE-AS-RUN'] as const;
const differs = ['GATE-ANOTHER-VERSION'] as const;

/** 1.0.0 is quarantined; somebody has enabled 1.1.0 since. The first of the two that are installed is the current one. */
function enabledSince(...installed: readonly string[]) {
  return asking((world) => ({
    statuses: [
      row(world, 'quarantined', { detected_at_ms: world.nowUnixMs - 900n }),
      row(world, 'active', { version: '1.1.0' }),
    ],
    index: index(world, ...installed),
  }));
}

const hidden = enabledSince('1.0.0', '1.1.0');
const hiddenId = id('current-version-quarantined');

const allowed = gives('allowed', decided('1.0.0', 'active'));
const missing = gives('missing', () => ({ version: null, status: null }));
const missingAs = (version: string) => gives('missing', () => ({ version, status: null }));

/** The current version is active and the index tells so. */
const installed = id('current-version-active');
const entry = ['index', 'entries', 0];

const mixedCase = ({ skillId }: World) => put(field('skill_id'), `${skillId[0]?.toUpperCase()}${skillId.slice(1)}`);

export const asRunCases: readonly Case[] = [
  accepted(hiddenId, proves, hidden, gives('denied', decided('1.0.0', 'quarantined'))),
  accepted(
    id('latest-version-current'),
    proves,
    enabledSince('1.1.0', '1.0.0'),
    gives('allowed', decided('1.1.0', 'active')),
  ),
  changed(
    id('latest-version-asked-for'),
    proves,
    hiddenId,
    put(field('skill_version'), '1.1.0'),
    gives('allowed', decided('1.1.0', 'active')),
  ),
  accepted(
    id('current-version-enabled-before'),
    proves,
    asking((world) => ({
      statuses: [
        row(world, 'active', { detected_at_ms: world.nowUnixMs - 900n }),
        row(world, 'quarantined', { version: '1.1.0' }),
      ],
      index: index(world, '1.0.0', '1.1.0'),
    })),
    allowed,
  ),
  changed(
    id('current-version-without-row'),
    proves,
    id('current-version-enabled-before'),
    remove(['statuses', 0]),
    gives('missing', ({ skillId }) => ({ skill_id: skillId, version: '1.0.0', status: null })),
  ),
  accepted(
    installed,
    proves,
    asking((world) => ({ index: index(world, '1.0.0') })),
    allowed,
  ),
  changed(id('nothing-installed'), proves, installed, remove(entry), missing),
  changed(
    id('other-skill-installed'),
    proves,
    installed,
    ({ publisher }) => put([...entry, 'skill_id'], `${publisher}.other`),
    missing,
  ),
  changed(
    id('other-version-installed'),
    proves,
    installed,
    put([...entry, 'version'], '1.0.1'),
    gives('missing', () => ({ version: '1.0.1' })),
  ),
  changed(id('version-not-installed'), proves, installed, put(field('skill_version'), '1.0.1'), missingAs('1.0.1')),
  changed(id('version-equal-by-number'), proves, installed, put(field('skill_version'), '1.0.00'), missingAs('1.0.00')),
  changed(id('mixed-case-id'), proves, installed, mixedCase, missing),
  changed(
    id('id-with-blank-in-front'),
    proves,
    installed,
    ({ skillId }) => put(field('skill_id'), ` ${skillId}`),
    missing,
  ),
  accepted(
    id('version-with-white-space-installed'),
    [...proves, 'GATE-VERSION-TEXT'],
    asking((world) => ({
      index: index(world, '1.0.0'),
      input: { json: { skill_id: world.skillId, skill_version: '\u0085 1.0.0' } },
    })),
    allowed,
  ),
  accepted(
    id('index-in-mixed-case'),
    proves,
    asking(({ skillId, ...world }) => ({
      index: {
        schema_version: 1n,
        updated_at_unix_ms: 0n,
        entries: [record({ skillId, ...world }, { skill_id: skillId.toUpperCase() })],
      },
      input: { json: { skill_id: skillId.toUpperCase() } },
    })),
    allowed,
  ),
  accepted(
    id('id-with-a-kelvin-sign'),
    ['GATE-ASCII'],
    asking((world) => ({
      statuses: [row(world, 'active', { skill_id: `${world.publisher}.kit` })],
      input: { json: { skill_id: `${world.publisher}.\u212ait` } },
    })),
    missing,
  ),
  changed(
    id('id-with-a-capital-k'),
    ['GATE-ASCII'],
    id('id-with-a-kelvin-sign'),
    ({ publisher }) => put(field('skill_id'), `${publisher}.Kit`),
    gives('allowed', ({ publisher }) => ({ skill_id: `${publisher}.kit` })),
  ),
  observed(id('seen-current-version-quarantined'), differs, 'accepted', hidden),
  observed(
    id('seen-mixed-case-id'),
    differs,
    'accepted',
    asking((world) => ({
      index: index(world, '1.0.0'),
      input: { json: { skill_id: world.skillId.toUpperCase() } },
    })),
  ),
];
