import type { Result } from '#spec/result.ts';
import { enable, noteAudit, quarantine } from './decisions.ts';
import { install, update } from './install.ts';
import { readBack } from './read-back.ts';
import { reaudit } from './reaudit.ts';
import { remove } from './remove.ts';
import type { LifecycleEvent, LifecyclePolicy, LifecycleState, Step } from './types.ts';

export { eventFromJson } from './event-json.ts';
export { reauditTargets } from './reaudit.ts';
export { stateFromJson, stateToJson, statusesFromJson } from './state-json.ts';
export type * from './types.ts';

/** One event after another, each on the state that the one before has left. */
export function step(
  state: LifecycleState,
  policy: LifecyclePolicy,
  event: LifecycleEvent,
  nowUnixMs: bigint,
): Result<Step> {
  const stepped = decide(state, policy, event, nowUnixMs);
  return stepped.ok ? readBack(state, stepped.value) : stepped;
}

function decide(
  state: LifecycleState,
  policy: LifecyclePolicy,
  event: LifecycleEvent,
  nowUnixMs: bigint,
): Result<Step> {
  switch (event.kind) {
    case 'install':
      return install(state, policy, event, nowUnixMs);
    case 'update':
      return update(state, policy, event, nowUnixMs);
    case 'remove':
      return remove(state, event, nowUnixMs);
    case 'quarantine':
      return quarantine(state, event, nowUnixMs);
    case 'enable':
      return enable(state, event, nowUnixMs);
    case 'audit':
      return noteAudit(state, event, nowUnixMs);
    case 'reaudit':
      return reaudit(state, policy, event.findings, nowUnixMs);
    default:
      return event satisfies never;
  }
}
