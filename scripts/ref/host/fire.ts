import { dispatchHooks } from '#reference/lifecycle/hooks/dispatch.ts';
import { decisionEntry, outcomeEntry } from '#reference/lifecycle/hooks/journal.ts';
import type { Dispatch, HookOutcome } from '#reference/lifecycle/hooks/outcome.ts';
import { type StatusAnswer, statusIn } from '#reference/lifecycle/hooks/statuses.ts';
import type { Firing } from '#reference/lifecycle/host/next-event.ts';
import { parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import type { InstalledSkills } from '#reference/runtime/runner/installed-skills.ts';
import { readState } from '#reference/state/state.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import { hookActor } from '#spec/hooks.ts';
import type { JsonObject } from '#spec/json/value.ts';
import { ok, type Result } from '#spec/result.ts';
import { readBound } from '../hooks/read.ts';
import { changeReadably } from '../skills/change-readably.ts';
import { readInstalled } from '../skills/installed-artifact.ts';
import { loadStatuses } from '../skills/lifecycle-state.ts';
import { ulids } from '../ulid.ts';
import { outcomeLine, problemLine } from './lines.ts';
import type { HostWorld } from './world.ts';

/** Dispatches one event to the hooks that are bound now, and records what became of each before the next one runs. */
export async function fire({ event, payload }: Firing, world: HostWorld): Promise<Result<Dispatch>> {
  const { state, host, policy, timeoutMs, execute, say } = world;
  const bound = readState(state.root, readBound);
  if (!bound.ok) return bound;
  await say({ marker: 'host.event', fields: { event } });
  const told: Promise<void>[] = [];
  const seen = (outcome: HookOutcome) => {
    told.push(say(outcomeLine(event, outcome)));
    told.push(record(outcomeEntry(outcome, event, payload), world));
  };
  const dispatch = await dispatchHooks(
    event,
    {
      ...bound.value,
      ...{ host, policy, timeoutMs, execute },
      skills: () => installedSkills(world),
      statusOf: (skillId, version) => statusOf(skillId, version, world),
      now: () => performance.now(),
    },
    seen,
  );
  await Promise.all(told);
  if (dispatch.aborted !== undefined) {
    await say({ marker: 'hook.aborted', fields: { event, detail: dispatch.aborted } });
  }
  if (dispatch.resolution !== undefined) await record(decisionEntry(dispatch.resolution, event, payload), world);
  return ok(dispatch);
}

/** The index as it is when a hook is about to run; an artifact is read only for the hook that runs it. */
function installedSkills({ state, host }: HostWorld): InstalledSkills {
  const index = readState(state.root, (now) => {
    const bytes = now.index();
    return bytes.ok ? parseIndex(bytes.value) : bytes;
  });
  if (!index.ok) return describeFailure(index.failure);
  return index.value.entries.map((record) => ({
    skillId: record.skillId,
    version: record.version,
    current: record.current,
    artifact: () => {
      const artifact = readState(state.root, (now) => readInstalled(now, record, host));
      return artifact.ok ? artifact.value.bytes : describeFailure(artifact.failure);
    },
  }));
}

/** HOOK-STATUS: asked again for each hook, since a status may have changed while the one before was running. */
function statusOf(skillId: string, version: string, { state }: HostWorld): StatusAnswer {
  const rows = readState(state.root, loadStatuses);
  return statusIn(rows.ok ? rows.value : describeFailure(rows.failure), skillId, version);
}

/** What cannot be recorded is said and nothing else: the hook has run. */
async function record(payload: JsonObject, { state, shell, say }: HostWorld): Promise<void> {
  const nowUnixMs = shell.nowUnixMs();
  const [eventId = ''] = ulids(1, nowUnixMs, shell.randomBytes(10));
  const { principal, device: deviceId, channel } = hookActor;
  const entry = { eventId, kind: 4, actor: 3, principal, deviceId, channel, payload, recordedAtUnixMs: nowUnixMs };
  const recorded = changeReadably(state.root, () => ok({ change: { events: [entry] }, value: undefined }));
  if (!recorded.ok) await say(problemLine('journal', recorded.failure));
}
