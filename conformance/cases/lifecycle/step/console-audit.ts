import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, rejected } from '../../../rows.ts';
import { decides } from './decided.ts';
import { answers, audit, type Decided, type Outcome, stepping } from './given.ts';

const consoleAudit = { status: 'quarantined', reason: 'console_audit: too many exports | wildcard host' } as const;

function audited(world: World, decided: Decided): Outcome {
  return { ...decides(world, decided), log: [] };
}

export const consoleAuditCases: readonly Case[] = [
  changed(
    'lifecycle/audit-version-not-installed',
    ['LIFE-AUDIT', 'LIFE-NOT-INSTALLED'],
    'lifecycle/audit-failed-from-no-row',
    put(['event', 'version'], '7.0.0'),
    answers((world) => audited(world, { ...consoleAudit, version: '7.0.0' })),
  ),
  accepted(
    'lifecycle/audit-one-reason',
    ['LIFE-AUDIT'],
    stepping((world) => ({ event: audit(world, { reasons: ['one'] }) })),
    answers((world) => audited(world, { status: 'quarantined', reason: 'console_audit: one' })),
  ),
  accepted(
    'lifecycle/audit-reasons-as-they-are',
    ['LIFE-AUDIT', 'LIFE-REASON'],
    stepping((world) => ({ event: audit(world, { reasons: ['b', ' a ', 'a | c'] }) })),
    answers((world) => audited(world, { status: 'quarantined', reason: 'console_audit: b |  a  | a | c' })),
  ),
  changed(
    'lifecycle/audit-by-another',
    ['LIFE-AUDIT', 'LIFE-JOURNAL'],
    'lifecycle/audit-failed-from-no-row',
    put(['event', 'principal'], 'user:bob'),
    answers((world) => audited(world, { ...consoleAudit, principal: 'user:bob' })),
  ),
  accepted(
    'lifecycle/audit-names-otherwise',
    ['LIFE-NAMES-ALSO'],
    stepping((world) => ({ event: audit(world, { skill_id: ` ${world.skillId.toUpperCase()}`, version: '1.0.0\n' }) })),
    answers((world) => audited(world, consoleAudit)),
  ),
  ...(['skill_id', 'version'] as const).map((field) =>
    rejected(
      `lifecycle/audit-blank-${field.replace('_', '-')}`,
      ['LIFE-NAMES-ALSO'],
      'lifecycle/audit-failed-from-no-row',
      'lifecycle.blank',
      put(['event', field], ' '),
    ),
  ),
  observed(
    'lifecycle/audit-no-reasons',
    ['LIFE-AUDIT-EMPTY'],
    'accepted',
    stepping((world) => ({ event: audit(world, { reasons: [] }) })),
  ),
];
