import { encodeIndex, parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { statusesFromJson, step } from '#reference/lifecycle/step/step.ts';
import type { LifecycleEvent, LifecyclePolicy, LifecycleState, Step } from '#reference/lifecycle/step/types.ts';
import {
  changeState,
  readState,
  type StateChange,
  type StateRoot,
  type StateSnapshot,
} from '#reference/state/state.ts';
import type { Json } from '#spec/json/value.ts';
import { ok, type Result } from '#spec/result.ts';

export const policy: LifecyclePolicy = { quarantineNew: true, reauditIntervalMs: 0n };

/** One command, as small as can be: what is on disk, one step, and all that it makes different. */
export function command(root: StateRoot, event: LifecycleEvent, nowUnixMs: bigint): Result<Step> {
  return changeState(root, (now) => {
    const before = load(now);
    if (!before.ok) return before;
    const next = step(before.value, policy, event, nowUnixMs);
    return next.ok ? ok({ change: changeOf(before.value, next.value, nowUnixMs), value: next.value }) : next;
  });
}

export function stateOnDisk(root: StateRoot): Result<LifecycleState> {
  return readState(root, load);
}

/** The events of the journal, and whether each line of the log is as it was written. */
export function recordsOnDisk(root: StateRoot): Result<{ readonly events: number; readonly wrong: number }> {
  return readState(root, (now) => {
    const [events, wrong] = [now.events(0n, 100_000), now.wrongLogLines()];
    if (!events.ok) return events;
    return wrong.ok ? ok({ events: events.value.length, wrong: wrong.value.length }) : wrong;
  });
}

function load(now: StateSnapshot): Result<LifecycleState> {
  const bytes = now.index();
  if (!bytes.ok) return bytes;
  const index = parseIndex(bytes.value);
  if (!index.ok) return index;
  const rows = now.statuses();
  if (!rows.ok) return rows;
  const statuses = statusesFromJson(
    rows.value.map(
      (row): Json =>
        new Map<string, Json>([
          ['skill_id', row.skillId],
          ['version', row.version],
          ['status', row.status],
          ['reason', row.reason],
          ['detected_at_ms', row.detectedAtMs],
          ['operator_principal', row.operatorPrincipal],
          ['created_at_unix_ms', row.createdAtUnixMs],
          ['updated_at_unix_ms', row.updatedAtUnixMs],
        ]),
    ),
  );
  return statuses.ok ? ok({ index: index.value, statuses: statuses.value, nextReauditUnixMs: null }) : statuses;
}

function changeOf(before: LifecycleState, { state, log, journal, effects }: Step, nowUnixMs: bigint): StateChange {
  return {
    ...(state.index === before.index ? {} : { index: encodeIndex(state.index) }),
    addVersions: effects.flatMap((effect) =>
      effect.kind === 'store-version' ? [filesOf(effect.skillId, effect.version)] : [],
    ),
    removeVersions: effects.flatMap((effect) => (effect.kind === 'remove-version' ? [effect] : [])),
    currentLinks: new Map(
      effects.flatMap((effect) =>
        effect.kind === 'point-current' ? [[effect.skillId, effect.version ?? undefined] as const] : [],
      ),
    ),
    logLines: log,
    statuses: state.statuses,
    events: journal.map(({ payload }, at) => ({
      eventId: `${nowUnixMs}-${at}`,
      kind: 4,
      actor: 3,
      principal: 'user:local',
      deviceId: 'device',
      channel: null,
      payload,
      recordedAtUnixMs: nowUnixMs,
    })),
  };
}

function filesOf(skillId: string, version: string) {
  const artifact = Buffer.from(`${skillId}@${version}`);
  return { skillId, version, entries: new Map([['skill.toml', artifact]]), artifact, metadata: artifact };
}
