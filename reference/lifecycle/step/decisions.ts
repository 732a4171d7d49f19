import { fail, ok, type Result } from '#spec/result.ts';
import { isBlank } from '../../text/white-space.ts';
import type { SkillVersion } from '../index/record.ts';
import { namedVersion } from './named.ts';
import { changeStatus } from './status-change.ts';
import type { LifecycleEvent, LifecycleState, Step } from './types.ts';

type EventOf<K extends LifecycleEvent['kind']> = Extract<LifecycleEvent, { readonly kind: K }>;

/** LIFE-QUARANTINE: from whatever status, also where there is no row, and where nothing is installed. */
export function quarantine(state: LifecycleState, event: EventOf<'quarantine'>, nowUnixMs: bigint): Result<Step> {
  const version = decidedVersion(state, event);
  if (!version.ok) return version;
  const { reason, principal } = event;
  const decision = { ...version.value, status: 'quarantined', reason, principal } as const;
  const { journal, hook, logLine, ...changed } = changeStatus(state, decision, nowUnixMs);
  return ok({ result: 'quarantined', state: changed.state, log: [logLine], journal: [journal], effects: [hook] });
}

/** LIFE-ENABLE: nothing is looked at again, which is what the operator confirms. */
export function enable(state: LifecycleState, event: EventOf<'enable'>, nowUnixMs: bigint): Result<Step> {
  // LIFE-OVERRIDE; LIFE-READ-ORDER: asked before the names.
  if (!event.override) return fail({ code: 'lifecycle.override-required' });
  const version = decidedVersion(state, event);
  if (!version.ok) return version;
  const { reason, principal } = event;
  const decision = { ...version.value, status: 'active', reason, principal } as const;
  const { journal, hook, logLine, ...changed } = changeStatus(state, decision, nowUnixMs);
  return ok({ result: 'enabled', state: changed.state, log: [logLine], journal: [journal], effects: [hook] });
}

/** LIFE-AUDIT: an audit that somebody asked for. LIFE-NO-RELEASE: one that passes changes nothing. */
export function noteAudit(state: LifecycleState, event: EventOf<'audit'>, nowUnixMs: bigint): Result<Step> {
  const version = decidedVersion(state, event);
  if (!version.ok) return version;
  if (!event.shouldQuarantine || !event.quarantineOnFail) {
    return ok({ result: 'audited', state, log: [], journal: [], effects: [] });
  }
  const reason = `console_audit: ${event.reasons.join(' | ')}`;
  const decision = { ...version.value, status: 'quarantined', reason, principal: event.principal } as const;
  const { journal, hook, ...changed } = changeStatus(state, decision, nowUnixMs);
  // LIFE-LOG: the operator's log has nothing of what is not done by its commands.
  return ok({ result: 'quarantined', state: changed.state, log: [], journal: [journal], effects: [hook] });
}

/** LIFE-READ-ORDER: the names, then LIFE-PRINCIPAL, then whether the version is there. */
function decidedVersion(
  state: LifecycleState,
  event: EventOf<'quarantine' | 'enable' | 'audit'>,
): Result<SkillVersion> {
  const version = namedVersion(state.index, event);
  if (!version.ok && version.failure.code === 'lifecycle.blank') return version;
  if (isBlank(event.principal)) return fail({ code: 'lifecycle.blank', field: 'principal' });
  return version;
}
