import type { Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { currentOf, type InstalledRecord, mostRecords } from '../index/installed-index.ts';
import { badName } from '../index/names.ts';
import { normalIndex } from '../index/normal.ts';
import type { NewRecord } from '../index/read-record.ts';
import { auditPayload, installPayload, quarantinePayload } from './install-payloads.ts';
import { rowOf } from './rows.ts';
import { changeStatus } from './status-change.ts';
import type { AuditVerdict, Effect, LifecyclePolicy, LifecycleState, LogLine, Step } from './types.ts';

interface Installation {
  readonly record: NewRecord;
  readonly audit: AuditVerdict;
}

/** LIFE-UPDATE-CURRENT: the version that is current already is left alone, whatever the audit says. */
export function update(
  state: LifecycleState,
  policy: LifecyclePolicy,
  event: Installation,
  nowUnixMs: bigint,
): Result<Step> {
  const { skillId, version } = event.record;
  if (currentOf(state.index, skillId)?.version !== version) return install(state, policy, event, nowUnixMs);
  return ok({ result: 'already-current', state, log: [], journal: [], effects: [] });
}

/** In this order: the names, what the audit says, what is installed already. */
export function install(
  state: LifecycleState,
  policy: LifecyclePolicy,
  { record, audit }: Installation,
  nowUnixMs: bigint,
): Result<Step> {
  // LIFE-INSTALL-NAMES
  const bad = badName(record);
  if (bad !== undefined) {
    return fail({ code: 'lifecycle.bad-event', path: `record.${bad.field}`, detail: 'is no name for a folder' });
  }
  const line = (eventKind: LogLine['eventKind'], payload: Json): LogLine => ({
    eventKind,
    timestampUnixMs: nowUnixMs,
    payload,
  });
  const audited = line('skill.audit', auditPayload(record, audit));
  // LIFE-INSTALL-AUDIT
  if (audit.shouldQuarantine) {
    const refused = line('skill.quarantined', quarantinePayload(record, audit));
    return ok({ result: 'refused-by-audit', state, log: [audited, refused], journal: [], effects: [] });
  }
  const { skillId, version } = record;
  // LIFE-INSTALL-ONCE
  if (state.index.entries.some((each) => each.skillId === skillId && each.version === version)) {
    return fail({ code: 'lifecycle.already-installed', skillId, version });
  }
  // LIFE-BULK
  if (state.index.entries.length >= mostRecords) {
    return fail({ code: 'lifecycle.too-large', path: 'record', detail: `is one more than ${mostRecords}` });
  }
  const before = currentOf(state.index, skillId)?.version ?? null;
  const eventKind = before === null ? 'skill.installed' : 'skill.updated';
  const changed = { ...state, index: withCurrent(state.index.entries, record, nowUnixMs) };
  const held = holdBack(changed, policy, record, nowUnixMs);
  // LIFE-EFFECTS: the link is set once there is something to point to.
  const stored: readonly Effect[] = [
    { kind: 'store-version', skillId, version },
    { kind: 'point-current', skillId, version },
  ];
  return ok({
    result: before === null ? 'installed' : 'updated',
    state: held?.state ?? changed,
    log: [audited, line(eventKind, installPayload(record, before))],
    journal: held === undefined ? [] : [held.journal],
    effects: held === undefined ? stored : [...stored, held.hook],
  });
}

/** LIFE-INSTALL, LIFE-INSTALL-CURRENT: what is installed last is current, higher or lower. */
function withCurrent(entries: readonly InstalledRecord[], record: NewRecord, nowUnixMs: bigint) {
  const others = entries.map((each) => (each.skillId === record.skillId ? { ...each, current: false } : each));
  const added = { ...record, current: true, installedAtUnixMs: nowUnixMs };
  return normalIndex({ updatedAtUnixMs: nowUnixMs, entries: [...others, added] });
}

/** LIFE-NEW-ROW, LIFE-NEW-QUARANTINED: only with that policy, and LIFE-ROW-STAYS only what nobody has decided about. */
function holdBack(state: LifecycleState, policy: LifecyclePolicy, { skillId, version }: NewRecord, nowUnixMs: bigint) {
  if (!policy.quarantineNew || rowOf(state.statuses, { skillId, version }) !== undefined) return undefined;
  const decision = {
    skillId,
    version,
    status: 'quarantined',
    reason: 'new_skill',
    principal: 'system:install',
  } as const;
  return changeStatus(state, decision, nowUnixMs);
}
