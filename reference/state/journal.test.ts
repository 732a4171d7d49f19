import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ok } from '#spec/result.ts';
import { readJournal } from './journal.ts';
import { layoutOf } from './layout.ts';
import { readState } from './state.ts';
import { event, make, ownRoot, seen, status } from './testing/host.ts';

const host = ownRoot();
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');
const statuses = () => seen(host.root, (now) => now.statuses());
const unreadable = { failure: { code: 'state.unreadable', path: expect.stringContaining('journal.sqlite3') } };

function withTables(sql: string): void {
  expect(make(host.root, { statuses: [status('a')] })).toEqual(ok('made'));
  const database = new Database(host.path('data/journal.sqlite3'));
  database.exec(`PRAGMA locking_mode=EXCLUSIVE; ${sql}`);
  database.close();
}

test('a status that is there is replaced, and keeps when it was made (STATE-JOURNAL)', () => {
  expect(make(host.root, { statuses: [status('a', 'active', 1n), status('b')] })).toEqual(ok('made'));
  const next = { ...status('a', 'quarantined', 2n), reason: 'because' };
  expect(make(host.root, { statuses: [next] })).toEqual(ok('made'));
  expect(statuses()).toEqual([{ ...next, createdAtUnixMs: 1n }, status('b')]);
});

test('an event is there once by its id, and events are numbered without a gap (STATE-JOURNAL)', () => {
  expect(make(host.root, { events: [event('a'), event('b')] })).toEqual(ok('made'));
  expect(make(host.root, { events: [event('b'), event('c')] })).toEqual(ok('made'));
  const read = (since: bigint, most: number) =>
    seen(host.root, (now) => now.events(since, most)).map((row) => [row.seq, row.eventId]);
  expect(read(0n, 9)).toEqual([
    [1n, 'a'],
    [2n, 'b'],
    [3n, 'c'],
  ]);
  expect(read(1n, 1)).toEqual([[2n, 'b']]);
});

test('numbers of 64 bits are kept; larger ones, and texts that would be cut, are refused beforehand (STATE-JOURNAL)', () => {
  const at = 2n ** 63n - 1n;
  expect(make(host.root, { statuses: [status('a', 'active', at), status('b', 'active', -at - 1n)] })).toEqual(
    ok('made'),
  );
  expect(statuses().map((row) => row.detectedAtMs)).toEqual([at, -at - 1n]);
  const refused = { failure: { code: 'state.unwritable' } };
  expect(make(host.root, { statuses: [status('c', 'active', at + 1n)] })).toMatchObject(refused);
  expect(make(host.root, { events: [{ ...event('c'), kind: 0.5 }] })).toMatchObject(refused);
  expect(make(host.root, { statuses: [{ ...status('c'), reason: 'cut \0 off' }] })).toMatchObject(refused);
  expect(statuses().length).toBe(2);
});

test('nothing lies beside the journal between two changes, and a lock that was left there is no obstacle (STATE-JOURNAL)', () => {
  expect(make(host.root, { statuses: [status('a')] })).toEqual(ok('made'));
  expect(readdirSync(host.path('data'))).toEqual(['journal.sqlite3']);
  mkdirSync(host.path('data/journal.sqlite3.lock'));
  expect(statuses().length).toBe(1);
  expect(make(host.root, { statuses: [status('b')] })).toEqual(ok('made'));
  expect(statuses().length).toBe(2);
});

test('a rollback journal that another program left is refused, and one that is ended is not (STATE-JOURNAL)', () => {
  expect(make(host.root, { statuses: [status('a')] })).toEqual(ok('made'));
  writeFileSync(host.path('data/journal.sqlite3-journal'), new Uint8Array(512));
  expect(make(host.root, { statuses: [status('b')] })).toEqual(ok('made'));
  writeFileSync(host.path('data/journal.sqlite3-journal'), Buffer.from('d9d505f920a163d7', 'hex'));
  expect(readState(host.root, (now) => now.statuses())).toMatchObject(unreadable);
});

test.each([
  ['a status that is a blob', "UPDATE skill_status SET status = x'00'"],
  ['a time that is a text', "UPDATE skill_status SET detected_at_ms = 'soon'"],
  ['a skill that is null', 'UPDATE skill_status SET skill_id = NULL'],
  ['a table of another shape', 'DROP TABLE skill_status; CREATE TABLE skill_status(x)'],
])('what the database has and no program writes is refused: %s (STATE-READ)', (_, sql) => {
  withTables(sql);
  expect(readState(host.root, (now) => now.statuses())).toMatchObject(unreadable);
});

const counting = 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c';

test.each([
  ['a view in the place of a table', `ALTER TABLE skill_status RENAME TO s2; CREATE VIEW skill_status AS ${counting}`],
  ['a view beside the tables', 'CREATE VIEW v AS SELECT 1'],
  ['a trigger', "CREATE TRIGGER t AFTER INSERT ON journal_events BEGIN UPDATE skill_status SET status = 'active'; END"],
  ['another table', 'CREATE TABLE other(x)'],
  ['another index', 'CREATE INDEX i ON skill_status(status)'],
  ['no events', 'DROP TABLE journal_events'],
  [
    'a column that is computed',
    `DROP TABLE skill_status; CREATE TABLE skill_status(skill_id TEXT, version TEXT, status TEXT AS ('active'),
      reason TEXT NULL, detected_at_ms INTEGER, operator_principal TEXT, created_at_unix_ms INTEGER,
      updated_at_unix_ms INTEGER, PRIMARY KEY(skill_id, version))`,
  ],
])('a database of another shape is refused before anything is decided: %s (STATE-JOURNAL-SHAPE)', (_, sql) => {
  withTables(sql);
  expect(readState(host.root, (now) => now.statuses())).toMatchObject(unreadable);
  expect(readState(host.root, (now) => now.events(0n, 9))).toMatchObject(unreadable);
  const path = host.path('data/journal.sqlite3');
  const refused = { failure: { code: 'state.unwritable', path } };
  for (const change of [{ events: [event('x')] }, { statuses: [status('b')] }]) {
    expect(make(host.root, change)).toMatchObject(refused);
  }
  expect(make(host.root, {})).toEqual(ok('made'));
});

test('nothing is left in the folder for temporary files while the journal is read (STATE-SWEEP)', () => {
  expect(make(host.root, { statuses: [status('a')] })).toEqual(ok('made'));
  const folder = mkdtempSync(join(tmpdir(), 'palyra-temporary-'));
  vi.stubEnv('TMPDIR', folder);
  try {
    const left = readJournal(layoutOf(host.root), false, (database) => [
      database.all('SELECT skill_id FROM skill_status').length,
      readdirSync(folder),
    ]);
    expect(left).toEqual([1, []]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});
