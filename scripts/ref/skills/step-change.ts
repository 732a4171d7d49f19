import { encodeIndex } from '#reference/lifecycle/index/installed-index.ts';
import type { LifecycleState, Step } from '#reference/lifecycle/step/types.ts';
import type { JournalEvent, StateChange, VersionFiles } from '#reference/state/state.ts';
import { ulids } from '../ulid.ts';

/** Who asks for a change, and when. */
export interface Actor {
  readonly principal: string;
  readonly deviceId: string;
  readonly channel: string | null;
  readonly nowUnixMs: bigint;
  /** At least ten bytes of chance, which the ids of the events are made of. */
  readonly random: Uint8Array;
}

/** Both as shipping software journals a change of a status: a tool that was executed, by the system. */
const journalled = { kind: 4, actor: 3 };

/** What a step makes different on disk. Hooks are not fired here: the host finds the event in the journal. */
export function changeFromStep(
  before: LifecycleState,
  { state, log, journal, effects }: Step,
  actor: Actor,
  laidDown: VersionFiles | undefined = undefined,
): StateChange {
  const unchanged = new Set(before.statuses);
  const isStored = effects.some(({ kind }) => kind === 'store-version');
  return {
    ...(state.index === before.index ? {} : { index: encodeIndex(state.index) }),
    addVersions: isStored && laidDown !== undefined ? [laidDown] : [],
    removeVersions: effects.flatMap((effect) => (effect.kind === 'remove-version' ? [effect] : [])),
    currentLinks: new Map(
      effects.flatMap((effect) =>
        effect.kind === 'point-current' ? [[effect.skillId, effect.version ?? undefined] as const] : [],
      ),
    ),
    logLines: log,
    statuses: state.statuses.filter((row) => !unchanged.has(row)),
    events: events(journal, actor),
  };
}

function events(journal: Step['journal'], { nowUnixMs, random, ...by }: Actor): readonly JournalEvent[] {
  const ids = ulids(journal.length, nowUnixMs, random);
  return journal.map(({ payload }, at) => ({
    eventId: ids[at] ?? '',
    ...journalled,
    ...by,
    payload,
    recordedAtUnixMs: nowUnixMs,
  }));
}
