import type { Database, SQLiteValue } from 'node-sqlite3-wasm';
import type { StatusRow } from './change.ts';
import { StateTrouble } from './trouble.ts';

/** An event as the journal keeps it. */
export interface EventRow {
  readonly eventId: string;
  readonly kind: number;
  readonly actor: number;
  readonly principal: string;
  readonly deviceId: string;
  readonly channel: string | null;
  readonly payload: string;
  readonly recordedAtUnixMs: bigint;
}

const putStatus = `
INSERT INTO skill_status(skill_id, version, status, reason, detected_at_ms, operator_principal, created_at_unix_ms,
  updated_at_unix_ms) VALUES(?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(skill_id, version) DO UPDATE SET status = excluded.status, reason = excluded.reason,
  detected_at_ms = excluded.detected_at_ms, operator_principal = excluded.operator_principal,
  updated_at_unix_ms = excluded.updated_at_unix_ms`;

const putEvent = `
INSERT INTO journal_events(event_id, kind, actor, principal, device_id, channel, payload_json, recorded_at_unix_ms)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (SELECT 1 FROM journal_events WHERE event_id = ?1)`;

/** In one transaction of the database, and with the same outcome however often it is done. */
export function putRows(database: Database, statuses: readonly StatusRow[], events: readonly EventRow[]): void {
  database.exec('BEGIN IMMEDIATE');
  runAll(
    database,
    putStatus,
    statuses.map((row) => [
      row.skillId,
      row.version,
      row.status,
      row.reason,
      row.detectedAtMs,
      row.operatorPrincipal,
      row.createdAtUnixMs,
      row.updatedAtUnixMs,
    ]),
  );
  runAll(
    database,
    putEvent,
    events.map((row) => [
      row.eventId,
      row.kind,
      row.actor,
      row.principal,
      row.deviceId,
      row.channel,
      row.payload,
      row.recordedAtUnixMs,
    ]),
  );
  database.exec('COMMIT');
}

function runAll(database: Database, sql: string, rows: readonly SQLiteValue[][]): void {
  if (rows.length === 0) return;
  const statement = database.prepare(sql);
  try {
    for (const row of rows) statement.run(row);
  } finally {
    statement.finalize();
  }
}

const mostRows = 1_000_000;

export function readStatuses(database: Database, path: string): readonly StatusRow[] {
  const rows = database.all(
    `SELECT skill_id, version, status, reason, detected_at_ms, operator_principal, created_at_unix_ms,
      updated_at_unix_ms FROM skill_status ORDER BY skill_id, version LIMIT ${mostRows + 1}`,
  ) as readonly Record<string, unknown>[];
  if (rows.length > mostRows) throw new StateTrouble(path, `it has more than ${mostRows} rows of skill_status`);
  return rows.map((row) => {
    const field = fieldsOf(row, path);
    return {
      skillId: field.text('skill_id'),
      version: field.text('version'),
      status: field.text('status'),
      reason: field.textOrNull('reason'),
      detectedAtMs: field.integer('detected_at_ms'),
      operatorPrincipal: field.text('operator_principal'),
      createdAtUnixMs: field.integer('created_at_unix_ms'),
      updatedAtUnixMs: field.integer('updated_at_unix_ms'),
    };
  });
}

export function readEvents(
  database: Database,
  path: string,
  since: bigint,
  most: number,
): readonly (EventRow & { readonly seq: bigint })[] {
  const rows = database.all(
    `SELECT seq, event_id, kind, actor, principal, device_id, channel, payload_json, recorded_at_unix_ms
      FROM journal_events WHERE seq > ? ORDER BY seq LIMIT ?`,
    [since, Math.min(most, mostRows)],
  ) as readonly Record<string, unknown>[];
  return rows.map((row) => {
    const field = fieldsOf(row, path);
    return {
      seq: field.integer('seq'),
      eventId: field.text('event_id'),
      kind: Number(field.integer('kind')),
      actor: Number(field.integer('actor')),
      principal: field.text('principal'),
      deviceId: field.text('device_id'),
      channel: field.textOrNull('channel'),
      payload: field.text('payload_json'),
      recordedAtUnixMs: field.integer('recorded_at_unix_ms'),
    };
  });
}

/** A column of SQLite holds what it likes, whatever its type says. */
function fieldsOf(row: Record<string, unknown>, path: string) {
  const wrong = (name: string) => new StateTrouble(path, `a row has a ${name} of another type`);
  const textOrNull = (name: string) => {
    const value = row[name];
    if (typeof value === 'string' || value === null) return value;
    throw wrong(name);
  };
  return {
    textOrNull,
    text: (name: string) => textOrNull(name) ?? raise(wrong(name)),
    integer: (name: string) => {
      const value = row[name];
      if (typeof value === 'bigint') return value;
      if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
      throw wrong(name);
    },
  };
}

function raise(error: Error): never {
  throw error;
}
