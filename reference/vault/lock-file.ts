import { dirname } from 'node:path';
import { fail, type Result } from '#spec/result.ts';
import { whileHolding } from '../disk/lock-file.ts';
import { makeFolders } from '../disk/make-folders.ts';
import { diskProblem } from '../disk/problem.ts';

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
    const locked = whileHolding(lock, waitMs, work);
    if (locked.taken) return locked.value;
    return unwritable(`another command${locked.owner} holds ${lock}; if it is not running, delete that file`);
  } catch (error) {
    return unwritable(diskProblem(error));
  }
}
