import { fail, ok, type Result } from '#spec/result.ts';
import { asciiLower } from '../../text/white-space.ts';
import type { InstalledIndex, InstalledRecord } from '../index/installed-index.ts';
import { compareAsText } from '../index/order.ts';
import type { SkillVersion } from '../index/record.ts';
import { rowFor, versionKey, withRows } from './rows.ts';
import { announce } from './status-change.ts';
import type { Finding, LifecyclePolicy, LifecycleState, StatusRow, Step, TargetFinding } from './types.ts';

/** REAUDIT-TARGETS: the current version of every skill, in order. */
export function reauditTargets(index: InstalledIndex): readonly InstalledRecord[] {
  return index.entries.filter(({ current }) => current).toSorted(compareAsText);
}

export function reaudit(
  state: LifecycleState,
  policy: LifecyclePolicy,
  given: readonly TargetFinding[],
  nowUnixMs: bigint,
): Result<Step> {
  const findings = new Map(given.map((each) => [keyOf(each), each.finding]));
  // REAUDIT-FINDINGS
  if (findings.size < given.length) return badFindings('has two findings about one version');
  const rows = new Map(state.statuses.map((row) => [versionKey(row), row]));
  const changed: StatusRow[] = [];
  for (const target of reauditTargets(state.index)) {
    const finding = findings.get(keyOf(target));
    if (finding === undefined) return badFindings('has no finding about a version that is to be audited');
    const reason = complaint(finding, target);
    const before = rows.get(versionKey(target));
    // REAUDIT-ONCE: what is in quarantine already stays as it is, so a fault that lasts is told once.
    if (reason === null || before?.status === 'quarantined') continue;
    const { skillId, version } = target;
    const decision = { skillId, version, status: 'quarantined', reason, principal: 'system:daemon' } as const;
    const row = rowFor(decision, before, nowUnixMs);
    rows.set(versionKey(row), row);
    changed.push(row);
  }
  const announced = changed.map((row) => announce(row, 'quarantined'));
  return ok({
    result: 'reaudited',
    state: {
      index: state.index,
      statuses: withRows(state.statuses, changed),
      nextReauditUnixMs: nextRun(policy, nowUnixMs),
    },
    log: [],
    journal: announced.map(({ journal }) => journal),
    effects: announced.map(({ hook }) => hook),
  });
}

/** REAUDIT-REASONS; null where there is nothing to complain about. */
function complaint(finding: Finding, record: InstalledRecord): string | null {
  switch (finding.kind) {
    case 'missing':
      return `periodic_reaudit_missing_artifact: ${finding.detail}`;
    case 'refused':
      return `periodic_reaudit_failed: ${finding.detail}`;
    case 'audited':
      return finding.shouldQuarantine ? failed(finding.reasons) : substitution(finding, record);
    default:
      return finding satisfies never;
  }
}

/** REAUDIT-SAME-ARTIFACT: an artifact that is in order and another one was put there by nobody's installing it. */
function substitution(
  { skillId, version, artifactSha256 }: SkillVersion & { readonly artifactSha256: string },
  record: InstalledRecord,
): string | null {
  if (skillId !== record.skillId || version !== record.version) return failed(['artifact_identity_mismatch']);
  const isSame = asciiLower(artifactSha256) === asciiLower(record.artifactSha256);
  return isSame ? null : failed(['artifact_digest_mismatch']);
}

function failed(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'periodic_reaudit_failed' : `periodic_reaudit_failed: ${reasons.join(' | ')}`;
}

const latest = 2n ** 63n - 1n;

/** REAUDIT-NEXT: a time beyond all times is the last one. */
function nextRun({ reauditIntervalMs }: LifecyclePolicy, nowUnixMs: bigint): bigint | null {
  if (reauditIntervalMs === 0n) return null;
  const next = nowUnixMs + reauditIntervalMs;
  return next > latest ? latest : next;
}

function keyOf({ skillId, version }: SkillVersion): string {
  return JSON.stringify([skillId, version]);
}

function badFindings(detail: string) {
  return fail({ code: 'lifecycle.bad-event', path: 'findings', detail });
}
