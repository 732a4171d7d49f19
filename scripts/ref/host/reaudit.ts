import { sha256Hex } from '#reference/artifact/payload.ts';
import { auditArtifact } from '#reference/audit/run.ts';
import { artifactOf, findingOf } from '#reference/lifecycle/host/finding.ts';
import { type InstalledRecord, parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { reauditTargets, step } from '#reference/lifecycle/step/step.ts';
import type { Finding, LifecyclePolicy, LifecycleState, TargetFinding } from '#reference/lifecycle/step/types.ts';
import { readState, type StateSnapshot, type StatusRow } from '#reference/state/state.ts';
import type { TrustStore } from '#reference/trust/store.ts';
import { limits } from '#spec/constants.ts';
import { hookActor } from '#spec/hooks.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { actorOf } from '../skills/actor.ts';
import { changeReadably } from '../skills/change-readably.ts';
import { loadLifecycle } from '../skills/lifecycle-state.ts';
import { changeFromStep } from '../skills/step-change.ts';
import { loadTrust } from '../skills/trust.ts';
import type { HostWorld } from './world.ts';

interface Looked extends TargetFinding {
  /** What the index had for the artifact when it was looked at. */
  readonly record: InstalledRecord;
}

export interface Reaudited {
  readonly targets: number;
  readonly quarantined: readonly StatusRow[];
}

const mostAttempts = 3;

/**
 * HOST-REAUDIT: every current version is looked at without the lock, and then decided about with it. Where a version was
 * installed or removed in between, all is looked at again.
 */
export async function reaudit(world: HostWorld): Promise<Result<Reaudited>> {
  for (let attempt = 1; ; attempt++) {
    const looked = await lookAtAll(world);
    if (!looked.ok) return looked;
    const decided = decide(looked.value, world);
    if (!decided.ok) return decided;
    if (decided.value !== 'changed') return ok(decided.value);
    if (attempt === mostAttempts) {
      return fail({ code: 'lifecycle.bad-event', path: 'findings', detail: 'are of skills that keep changing' });
    }
  }
}

async function lookAtAll(world: HostWorld): Promise<Result<readonly Looked[]>> {
  const { state } = world;
  const index = readState(state.root, readTargets);
  if (!index.ok || index.value.length === 0) return index.ok ? ok([]) : index;
  // HOST-FAILED-REAUDIT: a store that cannot be read says nothing about anybody.
  const trust = readState(state.root, (now) => loadTrust(state, now, []));
  if (!trust.ok) return trust;
  const looked: Looked[] = [];
  for (const record of index.value) {
    const { skillId, version } = record;
    looked.push({ skillId, version, record, finding: await lookAt(record, trust.value.store, world) });
  }
  return ok(looked);
}

function readTargets(now: StateSnapshot): Result<readonly InstalledRecord[]> {
  const bytes = now.index();
  if (!bytes.ok) return bytes;
  const index = parseIndex(bytes.value);
  return index.ok ? ok(reauditTargets(index.value)) : index;
}

async function lookAt({ skillId, version }: InstalledRecord, store: TrustStore, world: HostWorld): Promise<Finding> {
  const file = readState(world.state.root, (now) => now.artifact(skillId, version, limits.artifactBytes));
  const artifact = artifactOf(file);
  if ('finding' in artifact) return artifact.finding;
  const request = { ...world.audit, nowUnixMs: world.shell.nowUnixMs() };
  const audit = await auditArtifact(artifact.bytes, { store, allowTofu: false }, world.host, request);
  return findingOf(audit, sha256Hex(artifact.bytes));
}

function decide(looked: readonly Looked[], world: HostWorld): Result<Reaudited | 'changed'> {
  const { state, shell, reauditIntervalMs } = world;
  return changeReadably<Reaudited | 'changed'>(state.root, (now) => {
    const before = loadLifecycle(now, { withStatuses: true });
    if (!before.ok) return before;
    if (!isAsLookedAt(before.value, looked)) return ok({ change: {}, value: 'changed' });
    const nowUnixMs = shell.nowUnixMs();
    const policy: LifecyclePolicy = { quarantineNew: false, reauditIntervalMs };
    const stepped = step(before.value, policy, { kind: 'reaudit', findings: looked }, nowUnixMs);
    if (!stepped.ok) return stepped;
    const by = { deviceId: hookActor.device, channel: 'system:cron' };
    const change = changeFromStep(before.value, stepped.value, actorOf('system:daemon', shell, nowUnixMs, by));
    return ok({ change, value: { targets: looked.length, quarantined: change.statuses ?? [] } });
  });
}

function isAsLookedAt({ index }: LifecycleState, looked: readonly Looked[]): boolean {
  const targets = reauditTargets(index);
  return (
    targets.length === looked.length &&
    targets.every((target, at) => {
      const then = looked[at]?.record;
      return (
        then?.skillId === target.skillId &&
        then.version === target.version &&
        then.artifactSha256 === target.artifactSha256 &&
        then.installedAtUnixMs === target.installedAtUnixMs
      );
    })
  );
}
