import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { exactly } from '../../manifest/exactly.ts';
import { document, type Fields, installed } from '../index-document/given.ts';

export type Status = 'active' | 'quarantined' | 'disabled';

/** What a host remembers before the event: one skill and no decision, unless something else is said. */
export interface Situation {
  readonly entries?: readonly Fields[];
  readonly statuses?: readonly Fields[];
  readonly next?: bigint | null;
  readonly quarantineNew?: boolean;
  readonly interval?: bigint;
  readonly now?: bigint;
  readonly event: Fields;
}

/** What comes of it; what is not said is as before, or empty. */
export interface Outcome {
  readonly result: string;
  readonly entries?: readonly Fields[];
  /** When the index was last changed, where this event has changed it. */
  readonly changedAt?: bigint;
  readonly statuses?: readonly Fields[];
  readonly next?: bigint | null;
  readonly log?: readonly Fields[];
  readonly journal?: readonly Fields[];
  readonly effects?: readonly Fields[];
}

export function stepping(situation: (world: World) => Situation): (world: World) => Recipe {
  return (world) => {
    const given = situation(world);
    return {
      operation: 'lifecycle.step',
      model: {
        state: stateOf(world, given),
        policy: { quarantine_new: given.quarantineNew ?? false, reaudit_interval_ms: given.interval ?? 21_600_000n },
        event: given.event,
        nowUnixMs: given.now ?? world.nowUnixMs,
      },
    };
  };
}

/** The whole answer and nothing else. */
export function answers(outcome: (world: World) => Outcome): { readonly value: (world: World) => WireValue } {
  return {
    value: (world) => {
      const { result, log = [], journal = [], effects = [], ...state } = outcome(world);
      return exactly({ result, state: stateOf(world, state), log, journal, effects });
    },
  };
}

function stateOf(world: World, state: Partial<Outcome>): Fields {
  const { entries = [installed(world)], changedAt, statuses = [], next = null } = state;
  const index = document(world, entries, changedAt === undefined ? {} : { updated_at_unix_ms: changedAt });
  return { index, statuses, next_reaudit_unix_ms: next };
}

/** A row from before the event. */
export function row(world: World, status: Status, fields: Fields = {}): Fields {
  return {
    skill_id: world.skillId,
    version: '1.0.0',
    status,
    reason: 'seen before',
    detected_at_ms: world.nowUnixMs - 3000n,
    operator_principal: 'user:before',
    created_at_unix_ms: world.nowUnixMs - 9000n,
    updated_at_unix_ms: world.nowUnixMs - 2000n,
    ...fields,
  };
}

export interface Decided {
  readonly status: Status;
  readonly reason: string | null;
  readonly principal?: string;
  readonly skillId?: string;
  readonly version?: string;
  readonly now?: bigint;
  /** Where there was a row already. */
  readonly createdAt?: bigint;
}

/** The row that the event writes. */
export function written(world: World, decided: Decided): Fields {
  const { status, reason, principal = 'user:ann', skillId = world.skillId, version = '1.0.0' } = decided;
  const now = decided.now ?? world.nowUnixMs;
  return {
    skill_id: skillId,
    version,
    status,
    reason,
    detected_at_ms: now,
    operator_principal: principal,
    created_at_unix_ms: decided.createdAt ?? now,
    updated_at_unix_ms: now,
  };
}

/** What everybody hears of rows that were written. */
export function announced(...rows: readonly Fields[]): {
  readonly journal: readonly Fields[];
  readonly effects: readonly Fields[];
} {
  const payloads = rows.map((each) => ({ event: eventOf(each), ...decisionOf(each) }));
  return {
    journal: payloads.map((payload) => ({ event: payload.event, payload })),
    effects: payloads.map((payload) => ({ kind: 'fire-hook', event: payload.event.replace('.', ':'), payload })),
  };
}

/** The line that an operator's own decision leaves. */
export function loggedDecision(world: World, written: Fields, now = world.nowUnixMs): Fields {
  return line(world, eventOf(written), decisionOf(written), now);
}

export function line(world: World, event_kind: string, payload: Fields, now = world.nowUnixMs): Fields {
  return { event_kind, timestamp_unix_ms: now, payload };
}

function eventOf(row: Fields): string {
  return row['status'] === 'active' ? 'skill.enabled' : 'skill.quarantined';
}

const ownTimes = ['created_at_unix_ms', 'updated_at_unix_ms'];

function decisionOf(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).filter(([field]): boolean => !ownTimes.includes(field)));
}

/** The events, each with every field it has. */
export function quarantine(world: World, fields: Fields = {}): Fields {
  const named = { skill_id: world.skillId, version: '1.0.0' };
  return { kind: 'quarantine', ...named, reason: 'under review', principal: 'user:ann', ...fields };
}

export function enable(world: World, fields: Fields = {}): Fields {
  return { ...quarantine(world), kind: 'enable', override: true, ...fields };
}

export function audit(world: World, fields: Fields = {}): Fields {
  return {
    kind: 'audit',
    skill_id: world.skillId,
    version: '1.0.0',
    should_quarantine: true,
    reasons: ['too many exports', 'wildcard host'],
    quarantine_on_fail: true,
    principal: 'user:ann',
    ...fields,
  };
}

export function finding(world: World, found: JsonModel, fields: Fields = {}): Fields {
  return { skill_id: world.skillId, version: '1.0.0', finding: found, ...fields };
}

export function reaudit(...findings: readonly Fields[]): Fields {
  return { kind: 'reaudit', findings };
}

export function remove(world: World, fields: Fields = {}): Fields {
  return { kind: 'remove', skill_id: world.skillId, version: '1.0.0', ...fields };
}
