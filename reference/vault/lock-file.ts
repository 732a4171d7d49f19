import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result } from '#spec/result.ts';
import { makeFolders } from '../disk/make-folders.ts';
import { diskProblem } from '../disk/problem.ts';
import { describeLockOwner, hasLostItsOwner, ownLock } from './lock-owner.ts';

interface LockOptions {
  /** Where the lock itself stands: beside the file, unless something else is said. */
  readonly lock?: string;
  readonly waitMs?: number;
}

/** Runs `work`, which changes what is at `path`, while no other command does; what it throws is told as a failure. */
export function whileLocked<T>(
  path: string,
  work: () => Result<T>,
  { lock = `${path}.lock`, waitMs = 2000 }: LockOptions = {},
): Result<T> {
  const unwritable = (detail: string) => fail({ code: 'vault.unwritable', path, detail });
  try {
    makeFolders(dirname(lock), 0o700);
    if (!takeLock(lock, waitMs)) {
      const owner = describeLockOwner(lock);
      return unwritable(`another command${owner} holds ${lock}; if it is not running, delete that file`);
    }
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    return unwritable(diskProblem(error));
  }
}

const pauseMs = 10;

function takeLock(lock: string, waitMs: number): boolean {
  for (let waited = 0; waited < waitMs; waited += pauseMs) {
    if (create(lock)) return true;
    if (!hasLostItsOwner(lock) || !removeLost(lock))
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
  return false;
}

/**
 * One command at a time, and each looks again when it is its turn: a second one would otherwise take away the lock that
 * the first has made since.
 */
function removeLost(lock: string): boolean {
  const turn = `${lock}.takeover`;
  if (!create(turn)) return false;
  try {
    if (!hasLostItsOwner(lock)) return false;
    rmSync(lock, { force: true });
    return true;
  } finally {
    rmSync(turn, { force: true });
  }
}

function create(lock: string): boolean {
  let file: number;
  try {
    file = openSync(lock, 'wx', 0o600);
  } catch (error) {
    if (diskProblem(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, ownLock());
    return true;
  } catch (error) {
    // A full disk may have room for the name of a file and none for what it holds.
    rmSync(lock, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}
