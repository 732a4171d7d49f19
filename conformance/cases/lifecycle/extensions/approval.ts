import type { World } from '#fixtures/world.ts';
import type { PackageStatus } from '#spec/extensions.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted, observed, put, rejected, remove } from '../../../rows.ts';
import { actorOf, approverOf, becomesWhole, moving } from './given.ts';

const approvedBy = ['request', 'approved_by'] as const;
const actor = ['request', 'actor_principal'] as const;

/** The twin of all refusals of one target, and the refusals. */
function outOfQuarantine(
  to: PackageStatus,
  approval: readonly RequirementId[],
  second: readonly RequirementId[],
): readonly Case[] {
  const twin = `lifecycle/extensions-approved-${to}`;
  const lacking = (name: string, edit: Parameters<typeof rejected>[4]) =>
    rejected(`lifecycle/extensions-${to}-${name}`, approval, twin, 'extension.not-approved', edit);
  const alone = (name: string, proves: readonly RequirementId[], edit: Parameters<typeof rejected>[4]) =>
    rejected(`lifecycle/extensions-${to}-${name}`, proves, twin, 'extension.self-approved', edit);
  const byActor = (before: string, behind: string) => (world: World) =>
    put(approvedBy, `${before}${actorOf(world)}${behind}`);
  const asApprover = (before: string, behind: string) => (world: World) =>
    put(actor, `${before}${approverOf(world)}${behind}`);
  // Core says nothing of an actor with blanks, so its own requirement is proven by nothing here.
  const trimmed: readonly RequirementId[] = ['EXT-TRIMMED-ACTOR', ...second.filter((id) => id !== 'EXT-SECOND-PERSON')];
  return [
    accepted(
      twin,
      [...new Set([...approval, ...second, ...trimmed])],
      moving({ from: 'quarantined', to }),
      becomesWhole(to),
    ),
    lacking('without-approver', remove(approvedBy)),
    lacking('approver-null', put(approvedBy, null)),
    alone('approved-by-its-actor', second, byActor('', '')),
    alone('approver-with-blank-behind', second, byActor('', ' ')),
    alone('approver-with-blank-before', second, byActor('\t', '')),
    alone('approver-with-next-line-around', second, byActor('\u0085', '\u0085')),
    alone('approver-with-ideographic-space', second, byActor('\u3000', '')),
    alone('actor-is-the-approver', second, asApprover('', '')),
    alone('actor-with-blank-behind', trimmed, asApprover('', ' ')),
    alone('actor-with-blanks-around', trimmed, asApprover(' \n', '\u00a0')),
  ];
}

const core = ['EXT-SECOND-PERSON'] as const;

function another(name: string, approver: (world: World) => string): Case {
  return accepted(
    `lifecycle/extensions-enabled-approver-${name}`,
    core,
    moving({ from: 'quarantined', to: 'enabled', request: (world) => ({ approved_by: approver(world) }) }),
    becomesWhole('enabled'),
  );
}

/** Nobody is asked to approve what neither leaves a quarantine nor ends it well. */
function unapproved(from: PackageStatus, to: PackageStatus): Case {
  return accepted(
    `lifecycle/extensions-unapproved-from-${from.replace('_', '-')}-to-${to}`,
    ['EXT-APPROVAL', 'EXT-OPTIONAL'],
    moving({ from, to, request: () => ({ approved_by: null }) }),
    becomesWhole(to),
  );
}

export const approvalCases: readonly Case[] = [
  ...outOfQuarantine('enabled', ['EXT-APPROVAL', 'EXT-OPTIONAL'], core),
  ...outOfQuarantine('disabled', ['EXT-APPROVAL-DISABLED'], ['EXT-APPROVAL-DISABLED']),
  another('of-a-longer-name', (world) => `${actorOf(world)}2`),
  another('of-a-shorter-name', (world) => actorOf(world).slice(0, -1)),
  another('in-upper-case', (world) => actorOf(world).toUpperCase()),
  another('with-blanks-around', (world) => ` ${approverOf(world)}\n`),
  another('behind-a-byte-order-mark', (world) => `\ufeff${approverOf(world)}`),
  unapproved('quarantined', 'removed'),
  unapproved('verified', 'enabled'),
  unapproved('disabled', 'enabled'),
  unapproved('installed', 'quarantined'),
  unapproved('rolled_back', 'disabled'),
  accepted(
    'lifecycle/extensions-removed-by-one-alone',
    core,
    moving({ from: 'quarantined', to: 'removed', request: (world) => ({ approved_by: actorOf(world) }) }),
    becomesWhole('removed'),
  ),
  accepted(
    'lifecycle/extensions-enabled-again-by-one-alone',
    core,
    moving({ from: 'disabled', to: 'enabled', request: (world) => ({ approved_by: actorOf(world) }) }),
    becomesWhole('enabled'),
  ),
  observed(
    'lifecycle/extensions-disabled-out-of-quarantine-alone',
    ['EXT-DISABLED-ALONE'],
    'accepted',
    moving({ from: 'quarantined', to: 'disabled', request: () => ({ approved_by: null }) }),
  ),
  observed(
    'lifecycle/extensions-actor-with-blank-observed',
    ['EXT-ACTOR-AS-WRITTEN'],
    'accepted',
    moving({
      from: 'quarantined',
      to: 'enabled',
      request: (world) => ({ actor_principal: `${approverOf(world)} ` }),
    }),
  ),
];
