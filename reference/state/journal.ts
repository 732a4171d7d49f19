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
import { dirname, join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { syncFile, syncFolder, writeDurably } from '../disk/durable.ts';
import { diskProblem } from '../disk/problem.ts';
import { isFile, isFolder, removeTree } from './folders.ts';
import { checkShape, makeTables } from './journal-shape.ts';
import type { Layout } from './layout.ts';
import { StateTrouble } from './trouble.ts';

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
    checkShape(database, journal);
    database.exec('PRAGMA journal_mode=WAL');
    work(database);
  });
  // For the case that an earlier process had written all of it and was killed before it reached the disk.
  syncFile(journal);
  syncFolder(data);
}

/** What was being made when a process was killed. */
export function sweepJournal({ journal }: Layout): void {
  for (const suffix of ['', '-wal', '-journal', '.lock']) removeTree(`${journal}.new${suffix}`);
  removeTree(`${journal}.probe`);
}

/** Made elsewhere and then renamed, so that there is a journal with its tables or none. */
function createJournal(layout: Layout): void {
  const { journal, data } = layout;
  const fresh = `${journal}.new`;
  sweepJournal(layout);
  withDatabase(fresh, journal, {}, (database) => database.exec(`PRAGMA journal_mode=WAL; ${makeTables}`));
  syncFile(fresh);
  renameSync(fresh, journal);
  syncFolder(data);
}

/** What a process that was killed left in the write-ahead log is brought into the journal. */
export function needsCheckpoint({ journal }: Layout): boolean {
  const path = `${journal}-wal`;
  return isFile(path) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Undefined where there is no journal. `isLocked` says whether the caller holds the state's lock. */
export function readJournal<T>(layout: Layout, isLocked: boolean, work: (database: Database) => T): T | undefined {
  const { journal } = layout;
  if (!isFile(journal)) return undefined;
  checkNoRollback(journal);
  if (isLocked) {
    removeDeadLock(journal);
    return withDatabase(journal, journal, { readOnly: true }, (database) => {
      checkShape(database, journal);
      return work(database);
    });
  }
  // The driver makes its lock beside the name by which a file is opened, so this one gets a name of its own.
  const folder = mkdtempSync(join(tmpdir(), 'palyra-journal-'));
  try {
    const alias = join(folder, 'journal.sqlite3');
    symlinkSync(journal, alias);
    return withDatabase(alias, journal, { readOnly: true }, (database) => {
      checkShape(database, journal);
      // The database is open and locked by now, and a reader that is killed leaves nothing.
      rmSync(folder, { recursive: true, force: true });
      return work(database);
    });
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
    const detail = error instanceof Error ? error.message : diskProblem(error);
    // Elsewhere than beside the journal nothing is written but a lock.
    const why = error instanceof StateTrouble || dirname(path) !== dirname(named) ? '' : whyNotWritten(named);
    throw new StateTrouble(named, `${detail}${why}`);
  } finally {
    closeQuietly(database);
  }
}

/** The driver says that it failed, and never that the disk is full; so something is written in its place. */
function whyNotWritten(journal: string): string {
  const probe = `${journal}.probe`;
  try {
    writeDurably(probe, new Uint8Array(64 * 1024), 0o600);
    return '';
  } catch (error) {
    return `, since writing fails with ${diskProblem(error)}`;
  } finally {
    removeQuietly(probe);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
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
