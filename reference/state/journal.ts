import {
  closeSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { syncFile, syncFolder, writeDurably } from '../disk/durable.ts';
import { diskProblem } from '../disk/problem.ts';
import { isFile, isFolder } from './folders.ts';
import type { Layout } from './layout.ts';
import { StateTrouble } from './trouble.ts';

const schema = `
CREATE TABLE IF NOT EXISTS skill_status(
  skill_id TEXT, version TEXT, status TEXT, reason TEXT NULL, detected_at_ms INTEGER, operator_principal TEXT,
  created_at_unix_ms INTEGER, updated_at_unix_ms INTEGER, PRIMARY KEY(skill_id, version));
CREATE TABLE IF NOT EXISTS journal_events(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, event_id TEXT UNIQUE, kind INTEGER, actor INTEGER, principal TEXT,
  device_id TEXT, channel TEXT, payload_json TEXT, recorded_at_unix_ms INTEGER);`;

/**
 * The driver never rolls back a rollback journal: it takes its own lock for that of a writer who is still at work. Its
 * write-ahead log is recovered as it should be, which without shared memory needs the exclusive mode.
 */
const settings = 'PRAGMA locking_mode=EXCLUSIVE; PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL;';

/** Runs `work` on the journal, which is made where there is none. To be called by the holder of the state's lock. */
export function changeJournal(layout: Layout, work: (database: Database) => void): void {
  const { journal, data } = layout;
  if (!isFile(journal)) createJournal(layout);
  checkNoRollback(journal);
  removeDeadLock(journal);
  // Its name has to be on the disk before the pages of the journal are written over.
  if (!isFile(`${journal}-wal`)) writeDurably(`${journal}-wal`, new Uint8Array(), 0o600);
  syncFolder(data);
  withDatabase(journal, journal, {}, (database) => {
    database.exec(`PRAGMA journal_mode=WAL; ${schema}`);
    work(database);
  });
  // For the case that an earlier process had written all of it and was killed before it reached the disk.
  syncFile(journal);
  syncFolder(data);
}

/** Made elsewhere and then renamed, so that there is a journal with its tables or none. */
function createJournal({ journal, data }: Layout): void {
  const fresh = `${journal}.new`;
  for (const suffix of ['', '-wal', '-journal']) rmSync(`${fresh}${suffix}`, { force: true });
  removeDeadLock(fresh);
  withDatabase(fresh, journal, {}, (database) => database.exec(`PRAGMA journal_mode=WAL; ${schema}`));
  syncFile(fresh);
  renameSync(fresh, journal);
  syncFolder(data);
}

/** What a process that was killed left in the write-ahead log is brought into the journal. */
export function needsCheckpoint({ journal }: Layout): boolean {
  return (statSync(`${journal}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Undefined where there is no journal. `isLocked` says whether the caller holds the state's lock. */
export function readJournal<T>(layout: Layout, isLocked: boolean, work: (database: Database) => T): T | undefined {
  const { journal } = layout;
  if (!isFile(journal)) return undefined;
  checkNoRollback(journal);
  if (isLocked) {
    removeDeadLock(journal);
    return withDatabase(journal, journal, { readOnly: true }, work);
  }
  // The driver makes its lock beside the name by which a file is opened, so this one gets a name of its own.
  const folder = mkdtempSync(join(tmpdir(), 'palyra-journal-'));
  try {
    const alias = join(folder, 'journal.sqlite3');
    symlinkSync(journal, alias);
    return withDatabase(alias, journal, { readOnly: true }, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withDatabase<T>(path: string, named: string, options: object, work: (database: Database) => T): T {
  let database: Database | undefined;
  try {
    const open = new (loadDriver().Database)(path, options);
    database = open;
    open.exec(settings);
    const value = work(open);
    database = undefined;
    open.close();
    return value;
  } catch (error) {
    throw new StateTrouble(named, error instanceof Error ? error.message : diskProblem(error));
  } finally {
    closeQuietly(database);
  }
}

/** After another failure, which is the one to be told. */
function closeQuietly(database: Database | undefined): void {
  try {
    database?.close();
  } catch {}
}

/** Under the lock of the state, whoever made it is dead. */
function removeDeadLock(path: string): void {
  if (isFolder(`${path}.lock`)) rmdirSync(`${path}.lock`);
}

/** Left by another program in the middle of a change, which this driver would not undo. An ended one begins with zeros. */
function checkNoRollback(journal: string): void {
  const path = `${journal}-journal`;
  if (!isFile(path)) return;
  const start = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  if (start.every((byte) => byte === 0)) return;
  throw new StateTrouble(journal, 'another program was interrupted in it; open it once with sqlite3');
}

/** Loaded when it is needed, since it brings an engine with it. */
function loadDriver(): typeof import('node-sqlite3-wasm') {
  driver ??= createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');
  return driver;
}

let driver: typeof import('node-sqlite3-wasm') | undefined;
