import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, observed } from '../../../rows.ts';
import { type Fields, hex, installed, laterSkill } from '../index-document/given.ts';
import { announced, answers, finding, reaudit, row, stepping, written } from './given.ts';
import { audited, complains, failed, interval, missing } from './reaudit-given.ts';

const plain = 'lifecycle/reaudit-sound';

function reason(name: string, given: (world: World) => JsonModel, text: string): Case {
  return accepted(
    `lifecycle/reaudit-${name}`,
    ['REAUDIT-REASONS'],
    stepping((world) => ({ event: reaudit(finding(world, given(world))) })),
    answers((world) => complains(world, text)),
  );
}

const quarantines =
  (...reasons: readonly string[]) =>
  (world: World) =>
    audited(world, { should_quarantine: true, reasons });

const reasonCases: readonly Case[] = [
  accepted(
    plain,
    ['LIFE-NO-RELEASE', 'REAUDIT-TARGETS', 'REAUDIT-NEXT', 'REAUDIT-SAME-ARTIFACT'],
    stepping((world) => ({ event: reaudit(finding(world, audited(world))) })),
    answers((world) => ({ result: 'reaudited', next: world.nowUnixMs + interval })),
  ),
  reason('missing', () => missing, 'periodic_reaudit_missing_artifact: No such file or directory (os error 2)'),
  reason('refused', () => ({ kind: 'refused', detail: 'untrusted publisher' }), `${failed}: untrusted publisher`),
  reason('refused-as-missing', () => ({ kind: 'refused', detail: missing.detail }), `${failed}: ${missing.detail}`),
  reason('one-reason', quarantines('too many exports'), `${failed}: too many exports`),
  reason('several-reasons', quarantines('b', 'a', 'b'), `${failed}: b | a | b`),
  reason('reason-with-bar', quarantines('a | b', ' c'), `${failed}: a | b |  c`),
  reason('no-reasons', quarantines(), failed),
  accepted(
    'lifecycle/reaudit-reasons-without-quarantine',
    ['REAUDIT-REASONS'],
    stepping((world) => ({ event: reaudit(finding(world, audited(world, { reasons: ['only a warning'] }))) })),
    answers((world) => ({ result: 'reaudited', next: world.nowUnixMs + interval })),
  ),
];

const swapped = (name: string, fields: (world: World) => Fields, text: string): Case =>
  accepted(
    `lifecycle/reaudit-${name}`,
    ['REAUDIT-SAME-ARTIFACT'],
    stepping((world) => ({ event: reaudit(finding(world, audited(world, fields(world)))) })),
    answers((world) => complains(world, `${failed}: ${text}`)),
  );

const identity = 'artifact_identity_mismatch';
const digest = 'artifact_digest_mismatch';

const swappedCases: readonly Case[] = [
  swapped('other-skill', (world) => ({ skill_id: laterSkill(world) }), identity),
  swapped('other-version', () => ({ version: '1.1.0' }), identity),
  swapped('version-otherwise', () => ({ version: '01.0.0' }), identity),
  swapped('skill-in-upper-case', (world) => ({ skill_id: world.skillId.toUpperCase() }), identity),
  swapped('other-digest', (world) => ({ artifact_sha256: hex(world, 'another artifact') }), digest),
  swapped('digest-cut-off', (world) => ({ artifact_sha256: hex(world, 'artifact 1.0.0').slice(0, 62) }), digest),
  swapped('digest-empty', () => ({ artifact_sha256: '' }), digest),
  swapped('digest-of-payload', (world) => ({ artifact_sha256: hex(world, 'payload 1.0.0') }), digest),
  swapped('other-skill-and-digest', (world) => ({ skill_id: laterSkill(world), artifact_sha256: '' }), identity),
  swapped(
    'quarantine-and-other-skill',
    (world) => ({ skill_id: laterSkill(world), should_quarantine: true, reasons: ['x'] }),
    'x',
  ),
  accepted(
    'lifecycle/reaudit-digest-in-upper-case',
    ['REAUDIT-SAME-ARTIFACT'],
    stepping((world) => ({
      entries: [installed(world, '1.0.0', { artifact_sha256: hex(world, 'artifact 1.0.0').toUpperCase() })],
      event: reaudit(finding(world, audited(world))),
    })),
    answers((world) => ({
      result: 'reaudited',
      next: world.nowUnixMs + interval,
      entries: [installed(world, '1.0.0', { artifact_sha256: hex(world, 'artifact 1.0.0').toUpperCase() })],
    })),
  ),
  observed(
    'lifecycle/reaudit-swapped',
    ['REAUDIT-SWAPPED'],
    'accepted',
    stepping((world) => ({ event: reaudit(finding(world, audited(world, { skill_id: laterSkill(world) }))) })),
  ),
];

const onceCases: readonly Case[] = [
  accepted(
    'lifecycle/reaudit-again',
    ['REAUDIT-ONCE'],
    stepping((world) => ({
      statuses: [written(world, { status: 'quarantined', reason: `${failed}: x`, principal: 'system:daemon' })],
      now: world.nowUnixMs + interval,
      next: world.nowUnixMs + interval,
      event: reaudit(finding(world, { kind: 'refused', detail: 'y' })),
    })),
    answers((world) => ({
      result: 'reaudited',
      statuses: [written(world, { status: 'quarantined', reason: `${failed}: x`, principal: 'system:daemon' })],
      next: world.nowUnixMs + interval + interval,
    })),
  ),
  accepted(
    'lifecycle/reaudit-after-enable',
    ['REAUDIT-ONCE', 'REAUDIT-REASONS'],
    stepping((world) => ({
      statuses: [row(world, 'active', { reason: null })],
      event: reaudit(finding(world, { kind: 'refused', detail: 'y' })),
    })),
    answers((world) => {
      const decided = { status: 'quarantined', reason: `${failed}: y`, principal: 'system:daemon' } as const;
      const now = written(world, { ...decided, createdAt: world.nowUnixMs - 9000n });
      return complains(world, '', { statuses: [now], ...announced(now) });
    }),
  ),
];

export const reauditCases: readonly Case[] = [...reasonCases, ...swappedCases, ...onceCases];
