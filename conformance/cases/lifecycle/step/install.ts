import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import {
  earlierSkill,
  installed,
  laterSkill,
  newRecord,
  rollbackSnapshot,
  securityScan,
  superseded,
} from '../index-document/given.ts';
import { answers, row, stepping } from './given.ts';
import { failed, install, installs, nowInstalled, passed } from './installing.ts';

const all = ['LIFE-INSTALL', 'LIFE-INSTALL-CURRENT', 'LIFE-EFFECTS', 'LIFE-LOG', 'LIFE-NEW-ROW'] as const;

const opaque = { security_scan: securityScan, rollback_snapshot: rollbackSnapshot };
const secrets = {
  missing_secrets: [
    { scope: 'global', key: 'token' },
    { scope: 'skill', key: '*' },
  ],
};

export const installCases: readonly Case[] = [
  accepted(
    'lifecycle/install-first',
    all,
    stepping((world) => ({ entries: [], event: install(world, '1.0.0') })),
    answers((world) =>
      installs(world, { version: '1.0.0', previous: null }, { entries: [nowInstalled(world, '1.0.0')] }),
    ),
  ),
  accepted(
    'lifecycle/install-higher',
    all,
    stepping((world) => ({ event: install(world) })),
    answers((world) => installs(world, {}, { entries: [superseded(world, '1.0.0'), nowInstalled(world)] })),
  ),
  accepted(
    'lifecycle/install-lower',
    ['LIFE-INSTALL-CURRENT', 'LIFE-LOG'],
    stepping((world) => ({ event: install(world, '0.9.0') })),
    answers((world) =>
      installs(world, { version: '0.9.0' }, { entries: [nowInstalled(world, '0.9.0'), superseded(world, '1.0.0')] }),
    ),
  ),
  accepted(
    'lifecycle/install-beside-lower-current',
    ['LIFE-INSTALL-CURRENT', 'LIFE-LOG'],
    stepping((world) => ({ entries: [installed(world), superseded(world, '1.2.0')], event: install(world) })),
    answers((world) =>
      installs(world, {}, { entries: [superseded(world, '1.0.0'), nowInstalled(world), superseded(world, '1.2.0')] }),
    ),
  ),
  accepted(
    'lifecycle/install-by-number',
    ['IDX-VERSION-ORDER'],
    stepping((world) => ({ entries: [installed(world, '1.9.0')], event: install(world, '1.10.0') })),
    answers((world) =>
      installs(
        world,
        { version: '1.10.0', previous: '1.9.0' },
        { entries: [superseded(world, '1.9.0'), nowInstalled(world, '1.10.0')] },
      ),
    ),
  ),
  accepted(
    'lifecycle/install-among-others',
    ['LIFE-INSTALL', 'IDX-ORDER'],
    stepping((world) => ({
      entries: [
        installed(world, '2.0.0', { skill_id: laterSkill(world) }),
        installed(world, '1.0.0', { skill_id: earlierSkill(world) }),
      ],
      event: install(world),
    })),
    answers((world) =>
      installs(
        world,
        { previous: null },
        {
          entries: [
            installed(world, '1.0.0', { skill_id: earlierSkill(world) }),
            nowInstalled(world),
            installed(world, '2.0.0', { skill_id: laterSkill(world) }),
          ],
        },
      ),
    ),
  ),
  accepted(
    'lifecycle/install-with-everything',
    ['LIFE-INSTALL', 'LIFE-LOG', 'IDX-OPAQUE'],
    stepping((world) => ({
      event: install(world, '1.1.0', { ...opaque, ...secrets, trust_decision: 'tofu_newly_pinned' }),
    })),
    answers((world) => {
      const fields = { ...opaque, ...secrets, trust_decision: 'tofu_newly_pinned' };
      return installs(
        world,
        { fields },
        { entries: [superseded(world, '1.0.0'), nowInstalled(world, '1.1.0', fields)] },
      );
    }),
  ),
  accepted(
    'lifecycle/install-without-secrets',
    ['LIFE-EVENTS', 'LIFE-LOG'],
    stepping((world) => {
      const { missing_secrets, ...record } = newRecord(world, '1.1.0');
      void missing_secrets;
      return { event: { kind: 'install', record, audit: passed } };
    }),
    answers((world) => installs(world, {}, { entries: [superseded(world, '1.0.0'), nowInstalled(world)] })),
  ),
  ...(['quarantined', 'active', 'disabled'] as const).flatMap((status) => [
    accepted(
      `lifecycle/install-again-${status}`,
      ['LIFE-ROW-STAYS', 'LIFE-NEW-ROW'],
      stepping((world) => ({ entries: [], statuses: [row(world, status)], event: install(world, '1.0.0') })),
      answers((world) =>
        installs(
          world,
          { version: '1.0.0', previous: null },
          { entries: [nowInstalled(world, '1.0.0')], statuses: [row(world, status)] },
        ),
      ),
    ),
  ]),
  accepted(
    'lifecycle/install-beside-quarantined',
    ['LIFE-ROW-STAYS', 'LIFE-NEW-ROW'],
    stepping((world) => ({ statuses: [row(world, 'quarantined')], event: install(world) })),
    answers((world) =>
      installs(
        world,
        {},
        { entries: [superseded(world, '1.0.0'), nowInstalled(world)], statuses: [row(world, 'quarantined')] },
      ),
    ),
  ),
  ...['beta', '..1', 'a..b', 'currently', 'c:d'].map((version, place) =>
    accepted(
      `lifecycle/install-odd-version-${place}`,
      ['LIFE-INSTALL-NAMES'],
      stepping((world) => ({ event: install(world, version) })),
      answers((world) =>
        installs(world, { version }, { entries: [nowInstalled(world, version), superseded(world, '1.0.0')] }),
      ),
    ),
  ),
  accepted(
    'lifecycle/install-keeps-plan',
    ['LIFE-INSTALL'],
    stepping((world) => ({ next: 7n, event: install(world) })),
    answers((world) => installs(world, {}, { next: 7n, entries: [superseded(world, '1.0.0'), nowInstalled(world)] })),
  ),
  accepted(
    'lifecycle/install-warned',
    ['LIFE-INSTALL-AUDIT', 'LIFE-LOG'],
    stepping((world) => ({ event: install(world, '1.1.0', {}, { ...failed, should_quarantine: false }) })),
    answers((world) =>
      installs(
        world,
        { audit: { ...failed, should_quarantine: false } },
        { entries: [superseded(world, '1.0.0'), nowInstalled(world)] },
      ),
    ),
  ),
];
