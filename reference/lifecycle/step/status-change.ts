import type { Json } from '#spec/json/value.ts';
import { type Decision, decisionToJson, rowFor, rowOf, withRows } from './rows.ts';
import type { Effect, JournalEvent, LifecycleState, LogLine, StatusRow } from './types.ts';

const names = {
  quarantined: { event: 'skill.quarantined', hook: 'skill:quarantined' },
  active: { event: 'skill.enabled', hook: 'skill:enabled' },
} as const;

/** LIFE-DISABLED: nothing decides that a skill is disabled. */
export type Decided = keyof typeof names;

interface Announcement {
  readonly journal: JournalEvent;
  readonly hook: Effect;
}

/** LIFE-JOURNAL, LIFE-HOOKS: each decision has one event of the journal and one hook, also where it changes nothing. */
export function announce(row: StatusRow, status: Decided): Announcement {
  const { event, hook } = names[status];
  const payload = new Map<string, Json>([['event', event], ...decisionToJson(row)]);
  return { journal: { event, payload }, hook: { kind: 'fire-hook', event: hook, payload } };
}

interface StatusChange extends Announcement {
  readonly state: LifecycleState;
  /** LIFE-LOG: for those decisions that are commands of an operator. */
  readonly logLine: LogLine;
}

/** The row is written, and the decision announced. */
export function changeStatus(
  state: LifecycleState,
  decision: Decision & { readonly status: Decided },
  nowUnixMs: bigint,
): StatusChange {
  const row = rowFor(decision, rowOf(state.statuses, decision), nowUnixMs);
  return {
    ...announce(row, decision.status),
    state: { ...state, statuses: withRows(state.statuses, [row]) },
    logLine: { eventKind: names[decision.status].event, timestampUnixMs: nowUnixMs, payload: decisionToJson(row) },
  };
}
