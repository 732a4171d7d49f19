import type { Case } from '../../../case.ts';
import { accepted, changed, put, rejected } from '../../../rows.ts';
import { installed, newRecord, superseded } from '../index-document/given.ts';
import { announced, answers, row, stepping, written } from './given.ts';
import { failed, install, installs, loggedAudit, loggedRefusal, nowInstalled, update } from './installing.ts';

const newer = 'lifecycle/update-newer';

const updates: readonly Case[] = [
  accepted(
    newer,
    ['LIFE-INSTALL', 'LIFE-UPDATE-CURRENT', 'LIFE-LOG'],
    stepping((world) => ({ event: update(world) })),
    answers((world) => installs(world, {}, { entries: [superseded(world, '1.0.0'), nowInstalled(world)] })),
  ),
  changed(
    'lifecycle/update-nothing-new',
    ['LIFE-UPDATE-CURRENT'],
    newer,
    put(['event', 'record', 'version'], '1.0.0'),
    answers(() => ({ result: 'already-current' })),
  ),
  accepted(
    'lifecycle/update-nothing-new-audit-fails',
    ['LIFE-UPDATE-CURRENT'],
    stepping((world) => ({
      statuses: [row(world, 'quarantined')],
      next: 5n,
      quarantineNew: true,
      event: update(world, '1.0.0', { publisher: world.otherPublisher }, failed),
    })),
    answers((world) => ({ result: 'already-current', statuses: [row(world, 'quarantined')], next: 5n })),
  ),
  changed(
    'lifecycle/update-first',
    ['LIFE-INSTALL', 'LIFE-LOG'],
    newer,
    put(['state', 'index', 'entries'], []),
    answers((world) => installs(world, { previous: null }, { entries: [nowInstalled(world)] })),
  ),
  accepted(
    'lifecycle/update-older',
    ['LIFE-INSTALL-CURRENT'],
    stepping((world) => ({ event: update(world, '0.1.0') })),
    answers((world) =>
      installs(world, { version: '0.1.0' }, { entries: [nowInstalled(world, '0.1.0'), superseded(world, '1.0.0')] }),
    ),
  ),
  accepted(
    'lifecycle/update-audit-fails',
    ['LIFE-INSTALL-AUDIT', 'LIFE-LOG'],
    stepping((world) => ({ event: update(world, '1.1.0', {}, failed) })),
    answers((world) => {
      const record = newRecord(world, '1.1.0');
      return {
        result: 'refused-by-audit',
        log: [loggedAudit(world, record, failed), loggedRefusal(world, record, failed)],
      };
    }),
  ),
  accepted(
    'lifecycle/update-beside-superseded',
    ['LIFE-UPDATE-CURRENT'],
    stepping((world) => ({ entries: [installed(world), superseded(world, '1.2.0')], event: update(world, '1.0.0') })),
    answers((world) => ({
      result: 'already-current',
      entries: [installed(world), superseded(world, '1.2.0')],
    })),
  ),
  rejected(
    'lifecycle/update-to-superseded',
    ['LIFE-INSTALL-ONCE'],
    'lifecycle/update-beside-superseded',
    'lifecycle.already-installed',
    put(['event', 'record', 'version'], '1.2.0'),
  ),
];

const held = { status: 'quarantined', reason: 'new_skill', principal: 'system:install', version: '1.1.0' } as const;

const newQuarantined: readonly Case[] = [
  accepted(
    'lifecycle/install-held-back',
    ['LIFE-NEW-QUARANTINED'],
    stepping((world) => ({ quarantineNew: true, event: install(world) })),
    answers((world) => {
      const now = written(world, held);
      const { journal, effects } = announced(now);
      const entries = [superseded(world, '1.0.0'), nowInstalled(world)];
      return installs(world, {}, { entries, statuses: [now], journal, effects });
    }),
  ),
  accepted(
    'lifecycle/update-held-back',
    ['LIFE-NEW-QUARANTINED'],
    stepping((world) => ({ quarantineNew: true, statuses: [row(world, 'active')], event: update(world) })),
    answers((world) => {
      const now = written(world, held);
      const { journal, effects } = announced(now);
      const entries = [superseded(world, '1.0.0'), nowInstalled(world)];
      return installs(world, {}, { entries, statuses: [row(world, 'active'), now], journal, effects });
    }),
  ),
  ...(['active', 'quarantined', 'disabled'] as const).map((status) =>
    accepted(
      `lifecycle/install-not-held-back-${status}`,
      ['LIFE-NEW-QUARANTINED'],
      stepping((world) => ({
        quarantineNew: true,
        statuses: [row(world, status, { version: '1.1.0' })],
        event: install(world),
      })),
      answers((world) =>
        installs(
          world,
          {},
          {
            entries: [superseded(world, '1.0.0'), nowInstalled(world)],
            statuses: [row(world, status, { version: '1.1.0' })],
          },
        ),
      ),
    ),
  ),
];

export const updateCases: readonly Case[] = [...updates, ...newQuarantined];
