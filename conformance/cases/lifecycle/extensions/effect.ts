import { packageKinds } from '#spec/extensions.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import {
  actorOf,
  becomes,
  becomesWhole,
  compatibility,
  grant,
  moving,
  packageOf,
  reasonOf,
  transitionRequest,
} from './given.ts';

const effect = ['EXT-EFFECT'] as const;
const kept = ['EXT-UNCHANGED'] as const;
const both = [...effect, ...kept];
const whole = 'lifecycle/extensions-effect-whole';
const requestField = (field: string) => ['request', field];

const disorderly = [
  grant('device', 'camera'),
  grant('storage_write', 'b'),
  grant('storage_write', 'a'),
  grant('device', 'camera'),
];

function bareRecord(packageId: string, now: bigint) {
  return {
    package_id: packageId,
    kind: 'skill',
    manifest_hash: '00',
    version: '1.2.3',
    source: { kind: 'local_artifact', reference: 'a' },
    status: 'installed',
    grants: [],
    compatibility: {
      compatible: true,
      manifest_version: 2n,
      required_protocol_major: 0n,
      current_protocol_major: 1n,
      min_host_version: '0.0.1',
      current_host_version: '0.0.1',
      issues: [],
    },
    created_at_unix_ms: now - 9n,
    updated_at_unix_ms: now - 9n,
  };
}

export const effectCases: readonly Case[] = [
  accepted(whole, both, moving({}), becomesWhole('verified')),
  changed(
    'lifecycle/extensions-effect-later-request',
    effect,
    whole,
    (world) => put(requestField('requested_at_unix_ms'), world.nowUnixMs + 1n),
    becomesWhole('verified', (world) => ({ updated_at_unix_ms: world.nowUnixMs + 1n })),
  ),
  changed(
    'lifecycle/extensions-effect-request-before-the-last-one',
    effect,
    whole,
    (world) => put(requestField('requested_at_unix_ms'), world.nowUnixMs - 90_000n),
    becomesWhole('verified', (world) => ({ updated_at_unix_ms: world.nowUnixMs - 90_000n })),
  ),
  changed(
    'lifecycle/extensions-effect-request-at-zero',
    effect,
    whole,
    put(requestField('requested_at_unix_ms'), 0n),
    becomesWhole('verified', () => ({ updated_at_unix_ms: 0n })),
  ),
  accepted(
    'lifecycle/extensions-effect-reason-trimmed',
    effect,
    moving({ request: (world) => ({ reason: ` \t\u0085${reasonOf(world)}\u3000\n` }) }),
    becomesWhole('verified'),
  ),
  changed(
    'lifecycle/extensions-effect-reason-keeps-what-is-no-white-space',
    effect,
    whole,
    (world) => put(requestField('reason'), `\ufeff${reasonOf(world)}\u200b`),
    becomesWhole('verified', (world) => ({ status_reason: `\ufeff${reasonOf(world)}\u200b` })),
  ),
  changed(
    'lifecycle/extensions-effect-reason-keeps-white-space-within',
    effect,
    whole,
    put(requestField('reason'), ' line one\n\n  line two '),
    becomesWhole('verified', () => ({ status_reason: 'line one\n\n  line two' })),
  ),
  changed(
    'lifecycle/extensions-effect-reason-of-any-letters',
    effect,
    whole,
    put(requestField('reason'), 'geprüft \u{1f600} "\\" e\u0301'),
    becomesWhole('verified', () => ({ status_reason: 'geprüft \u{1f600} "\\" e\u0301' })),
  ),
  ...(['verified', 'quarantined', 'failed'] as const).map((to) =>
    accepted(`lifecycle/extensions-effect-whole-to-${to}`, both, moving({ to }), becomesWhole(to)),
  ),
  accepted(
    'lifecycle/extensions-effect-whole-out-of-quarantine',
    both,
    moving({ from: 'quarantined', to: 'enabled' }),
    becomesWhole('enabled'),
  ),
  accepted(
    'lifecycle/extensions-effect-whole-rolled-back',
    both,
    moving({ from: 'enabled', to: 'rolled_back' }),
    becomesWhole('rolled_back'),
  ),
  accepted(
    'lifecycle/extensions-effect-whole-removed',
    both,
    moving({ from: 'disabled', to: 'removed' }),
    becomesWhole('removed'),
  ),
  changed(
    'lifecycle/extensions-unchanged-created-after-updated',
    kept,
    whole,
    (world) => put(['record', 'created_at_unix_ms'], world.nowUnixMs + 5n),
    becomesWhole('verified', (world) => ({ created_at_unix_ms: world.nowUnixMs + 5n })),
  ),
  changed(
    'lifecycle/extensions-unchanged-no-grants',
    kept,
    whole,
    put(['record', 'grants'], []),
    becomesWhole('verified', () => ({ grants: [] })),
  ),
  accepted(
    'lifecycle/extensions-unchanged-grants-in-any-order',
    kept,
    moving({ record: () => ({ grants: disorderly }) }),
    becomesWhole('verified', () => ({ grants: disorderly })),
  ),
  ...packageKinds
    .filter((kind) => kind !== 'skill')
    .map((kind) =>
      changed(
        `lifecycle/extensions-unchanged-kind-${kind.replace('_', '-')}`,
        kept,
        whole,
        put(['record', 'kind'], kind),
        becomesWhole('verified', () => ({ kind })),
      ),
    ),
  accepted(
    'lifecycle/extensions-unchanged-optional-fields-left-out',
    [...kept, 'EXT-OPTIONAL'],
    (world) => ({
      operation: 'extension.transition',
      model: { record: bareRecord(packageOf(world), world.nowUnixMs), request: transitionRequest(world), move: null },
    }),
    becomes('verified', (world) => ({ package_id: packageOf(world), created_at_unix_ms: world.nowUnixMs - 9n })),
  ),
  accepted(
    'lifecycle/extensions-unchanged-optional-fields-null',
    [...kept, 'EXT-OPTIONAL'],
    moving({
      record: (world) => ({ status_reason: null, compatibility: compatibility(world, { max_host_version: null }) }),
      request: () => ({ approved_by: null }),
    }),
    becomes('verified', (world) => ({ package_id: packageOf(world), kind: 'skill' })),
  ),
  accepted(
    'lifecycle/extensions-unchanged-scope-null',
    [...kept, 'EXT-OPTIONAL'],
    moving({ record: () => ({ grants: [{ ...grant('secret', 'token'), scope: null }] }) }),
    becomes('verified', () => ({ grants: [grant('secret', 'token')] })),
  ),
  accepted(
    'lifecycle/extensions-unchanged-approved-by-the-actor',
    kept,
    moving({ request: (world) => ({ approved_by: actorOf(world) }) }),
    becomesWhole('verified'),
  ),
];
