import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result } from '#spec/result.ts';
import { diskProblem } from '../disk/problem.ts';

/** Runs `work`, which changes the file at `path`, while no other command does; what it throws is told as a failure. */
export function whileLocked<T>(path: string, work: () => Result<T>): Result<T> {
  const unwritable = (detail: string) => fail({ code: 'vault.unwritable', path, detail });
  const lock = `${path}.lock`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (!takeLock(lock)) return unwritable(`another command holds ${lock}; if none is running, delete that file`);
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    return unwritable(diskProblem(error));
  }
}

const attempts = 200;
const pauseMs = 10;

/** A lock is held for a comparison and a rename only, so one that outlasts two seconds has lost its owner. */
function takeLock(path: string): boolean {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return true;
    } catch (error) {
      if (diskProblem(error) !== 'EEXIST') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
  return false;
}
