import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { diskProblem } from './problem.ts';

/**
 * A folder and those above it that are missing. The recursive call of Node 20 tries for ever where the system says ENOENT
 * of a folder whose parent is there, as in /proc. Throws what node:fs throws.
 */
export function makeFolders(path: string, mode = 0o777): void {
  const missing: string[] = [];
  let at = resolve(path);
  while (!isMade(at, mode) && at !== dirname(at)) {
    missing.push(at);
    at = dirname(at);
  }
  for (const folder of missing.toReversed()) makeFolder(folder, mode);
}

/** False where it has no parent yet. */
function isMade(folder: string, mode: number): boolean {
  try {
    makeFolder(folder, mode);
    return true;
  } catch (error) {
    if (diskProblem(error) === 'ENOENT') return false;
    throw error;
  }
}

/** What the system says of a folder that is there differs, so it is looked at. */
function makeFolder(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
