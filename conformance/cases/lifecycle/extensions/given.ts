import type { World } from '#fixtures/world.ts';
import { type GrantClass, grantClassFacts, type PackageStatus } from '#spec/extensions.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe, RecipeValue } from '../../../case.ts';
import { exactly } from '../../manifest/exactly.ts';

/** Principals of a world: one that asks, and another one that may approve. */
export function actorOf({ publisher }: World): string {
  return `user:${publisher}`;
}

export function approverOf({ otherPublisher }: World): string {
  return `user:${otherPublisher}`;
}

export function packageOf({ skillId }: World): string {
  return `skill:${skillId}@1.2.3`;
}

export function reasonOf({ tool }: World): string {
  return `${tool} was looked at`;
}

/** A grant as a record has it. */
export function grant(of: GrantClass, value: string, scope?: string) {
  const policy_action = grantClassFacts[of].action;
  return scope === undefined ? { class: of, value, policy_action } : { class: of, value, scope, policy_action };
}

type Members = { readonly [field: string]: RecipeValue };

/** A record with all its fields. */
function packageRecord(world: World, changes: Members = {}): Members {
  const { nowUnixMs, publisher, skillId } = world;
  return {
    package_id: packageOf(world),
    kind: 'skill',
    manifest_hash: Buffer.from(world.bytes('manifest-hash', 32)).toString('hex'),
    version: '1.2.3',
    source: { kind: 'local_artifact', reference: `${skillId}.palyra-skill` },
    status: 'installed',
    status_reason: `${publisher} has sent it`,
    grants: [grant('network', 'api.example.com'), grant('secret', 'token', `skill:${skillId}`)],
    compatibility: compatibility(world),
    created_at_unix_ms: nowUnixMs - 120_000n,
    updated_at_unix_ms: nowUnixMs - 60_000n,
    ...changes,
  };
}

/** Of a package that was made for this host alone. */
export function compatibility({ parameters }: World, changes: Members = {}): Members {
  const { version, protocolMajor } = parameters.runtime;
  return {
    compatible: true,
    manifest_version: 2n,
    required_protocol_major: protocolMajor,
    current_protocol_major: protocolMajor,
    min_host_version: version,
    max_host_version: version,
    current_host_version: version,
    issues: [],
    ...changes,
  };
}

export function transitionRequest(world: World, changes: Members = {}): Members {
  return {
    package_id: packageOf(world),
    target_status: 'verified',
    actor_principal: actorOf(world),
    reason: reasonOf(world),
    approved_by: approverOf(world),
    requested_at_unix_ms: world.nowUnixMs,
    ...changes,
  };
}

interface Asked {
  readonly from?: PackageStatus;
  readonly to?: PackageStatus;
  readonly record?: (world: World) => Members;
  readonly request?: (world: World) => Members;
}

/** One package that is asked to change, by one principal and with the approval of another. */
export function moving({ from = 'installed', to = 'verified', record, request }: Asked): (world: World) => Recipe {
  return (world) => ({
    operation: 'extension.transition',
    model: {
      record: packageRecord(world, { status: from, ...record?.(world) }),
      request: transitionRequest(world, { target_status: to, ...request?.(world) }),
      move: null,
    },
  });
}

/** The same with both ends of the move in one text. */
export function movingBy(from: PackageStatus, to: PackageStatus): (world: World) => Recipe {
  return (world) => ({
    operation: 'extension.transition',
    model: { record: packageRecord(world), request: transitionRequest(world), move: moveText(from, to) },
  });
}

export function moveText(from: PackageStatus, to: PackageStatus): string {
  return `${from} -> ${to}`;
}

/** The record afterwards, with every member that is named; of a whole record that is all of them. */
export function becomes(
  to: PackageStatus,
  changes: (world: World) => { readonly [field: string]: WireValue } = () => ({}),
) {
  return {
    value: (world: World): WireValue => ({
      record: {
        status: to,
        status_reason: reasonOf(world),
        updated_at_unix_ms: world.nowUnixMs,
        ...changes(world),
      },
    }),
  };
}

/** Nothing but the three fields has changed. */
export function becomesWhole(to: PackageStatus, changes: (world: World) => Members = () => ({})) {
  return {
    value: (world: World): WireValue => ({
      record: exactly({
        ...packageRecord(world),
        status: to,
        status_reason: reasonOf(world),
        updated_at_unix_ms: world.nowUnixMs,
        ...changes(world),
      }),
    }),
  };
}
