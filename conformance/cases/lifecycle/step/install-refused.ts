import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, observed, put, refusals, rejected } from '../../../rows.ts';
import { type Fields, installed, laterSkill, newRecord } from '../index-document/given.ts';
import { answers, row, stepping } from './given.ts';
import { failed, install, installs, loggedAudit, loggedRefusal, nowInstalled } from './installing.ts';

const second = 'lifecycle/install-higher';

/** Nothing but the log knows of it. */
function refusal(world: World, version: string, audit: Fields, more: object = {}) {
  const record = newRecord(world, version);
  const log = [loggedAudit(world, record, audit), loggedRefusal(world, record, audit)];
  return { result: 'refused-by-audit', log, ...more };
}

const refusedByAudit: readonly Case[] = [
  accepted(
    'lifecycle/install-audit-fails',
    ['LIFE-INSTALL-AUDIT', 'LIFE-LOG', 'LIFE-EFFECTS'],
    stepping((world) => ({ event: install(world, '1.1.0', {}, failed) })),
    answers((world) => refusal(world, '1.1.0', failed)),
  ),
  accepted(
    'lifecycle/install-audit-fails-first',
    ['LIFE-INSTALL-AUDIT', 'LIFE-NEW-ROW'],
    stepping((world) => ({ entries: [], quarantineNew: true, next: 3n, event: install(world, '1.0.0', {}, failed) })),
    answers((world) => refusal(world, '1.0.0', failed, { entries: [], next: 3n })),
  ),
  accepted(
    'lifecycle/install-audit-fails-without-reasons',
    ['LIFE-INSTALL-AUDIT', 'LIFE-LOG'],
    stepping((world) => ({
      event: install(world, '1.1.0', {}, { ...failed, quarantine_reasons: [], checks: null }),
    })),
    answers((world) => refusal(world, '1.1.0', { ...failed, quarantine_reasons: [], checks: null })),
  ),
  accepted(
    'lifecycle/install-audit-fails-installed',
    ['LIFE-INSTALL-AUDIT'],
    stepping((world) => ({ event: install(world, '1.0.0', {}, failed) })),
    answers((world) => refusal(world, '1.0.0', failed)),
  ),
  accepted(
    'lifecycle/install-audit-fails-active',
    ['LIFE-INSTALL-AUDIT', 'LIFE-ROW-STAYS'],
    stepping((world) => ({
      statuses: [row(world, 'active', { version: '1.1.0' })],
      event: install(world, '1.1.0', {}, failed),
    })),
    answers((world) => refusal(world, '1.1.0', failed, { statuses: [row(world, 'active', { version: '1.1.0' })] })),
  ),
];

/** What the console of software in the field does instead. */
const again: Case = observed(
  'lifecycle/install-replaces',
  ['LIFE-INSTALL-AGAIN'],
  'accepted',
  stepping((world) => ({ event: install(world, '1.0.0') })),
);

const once = refusals(['LIFE-INSTALL-ONCE'], second, 'lifecycle.already-installed');
const named = refusals(['LIFE-INSTALL-NAMES'], second, 'lifecycle.bad-event');

const refused: readonly Case[] = [
  once('lifecycle/install-installed', put(['event', 'record', 'version'], '1.0.0')),
  rejected(
    'lifecycle/install-installed-superseded',
    ['LIFE-INSTALL-ONCE'],
    'lifecycle/install-beside-lower-current',
    'lifecycle.already-installed',
    put(['event', 'record', 'version'], '1.2.0'),
  ),
  accepted(
    'lifecycle/install-version-of-another',
    ['LIFE-INSTALL-ONCE'],
    stepping((world) => ({ event: install(world, '1.0.0', { skill_id: laterSkill(world) }) })),
    answers((world) =>
      installs(
        world,
        { version: '1.0.0', previous: null, fields: { skill_id: laterSkill(world) } },
        { entries: [installed(world), nowInstalled(world, '1.0.0', { skill_id: laterSkill(world) })] },
      ),
    ),
  ),
  ...Object.entries({
    empty: '',
    itself: '.',
    parent: '..',
    below: 'a/b',
    backslash: 'a\\b',
    'null-character': 'a\0',
  }).flatMap(([name, text]) => [
    named(`lifecycle/install-id-${name}`, put(['event', 'record', 'skill_id'], text)),
    named(`lifecycle/install-version-${name}`, put(['event', 'record', 'version'], text)),
  ]),
  named('lifecycle/install-version-current', put(['event', 'record', 'version'], 'Current')),
];

export const refusedInstallCases: readonly Case[] = [...refusedByAudit, ...refused, again];
