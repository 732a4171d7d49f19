import type { Database } from 'node-sqlite3-wasm';
import { StateTrouble } from './trouble.ts';

const tables = [
  `CREATE TABLE skill_status(
  skill_id TEXT, version TEXT, status TEXT, reason TEXT NULL, detected_at_ms INTEGER, operator_principal TEXT,
  created_at_unix_ms INTEGER, updated_at_unix_ms INTEGER, PRIMARY KEY(skill_id, version))`,
  `CREATE TABLE journal_events(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT UNIQUE, kind INTEGER, actor INTEGER, principal TEXT,
  device_id TEXT, channel TEXT, payload_json TEXT, recorded_at_unix_ms INTEGER)`,
] as const;

export const makeTables = `${tables.join(';')};`;

/** The indexes of the keys, and what AUTOINCREMENT counts in, are made by SQLite. */
const shape: ReadonlySet<string> = new Set([
  `table skill_status ${spaced(tables[0])}`,
  'index sqlite_autoindex_skill_status_1 ',
  `table journal_events ${spaced(tables[1])}`,
  'index sqlite_autoindex_journal_events_1 ',
  'table sqlite_sequence CREATE TABLE sqlite_sequence(name,seq)',
]);

/**
 * STATE-JOURNAL-SHAPE: to be asked before anything else. A view can count for ever under the name of a table, and a
 * trigger can undo what is written.
 */
export function checkShape(database: Database, path: string): void {
  const rows = database.all(`SELECT type, name, sql FROM sqlite_master LIMIT ${shape.size + 1}`) as readonly {
    readonly [column: string]: unknown;
  }[];
  const found = new Set(rows.map(({ type, name, sql }) => `${type} ${name} ${spaced(String(sql ?? ''))}`));
  if (rows.length !== shape.size || ![...shape].every((part) => found.has(part)))
    throw new StateTrouble(path, 'it has other tables, indexes, views or triggers than those of a journal');
}

/** However the statements are laid out. */
function spaced(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ');
}
