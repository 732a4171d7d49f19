import { randomBytes } from 'node:crypto';
import { chmodSync, type Dirent, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What is there after that stays: a run has other things to do than to clear away millions of files. */
const longestMs = 10_000;
/** Far enough from what systems allow, for one more name of any letters. */
const longestPath = 1000;

/** With whatever a subject has put there: of any depth, beyond the longest path, and without any rights. */
export function removeFolder(root: string): void {
  const until = performance.now() + longestMs;
  attempt(() => {
    if (lstatSync(root).isDirectory()) removeInner(root, until);
  });
  // A link in its place, and on Windows what is free only a little later.
  if (performance.now() < until) attempt(() => rmSync(root, { recursive: true, force: true, maxRetries: 2 }));
}

/** A folder whose path gets long is moved up to the root before it is opened, and nothing here goes deep. */
function removeInner(root: string, until: number): void {
  const prefix = join(root, randomBytes(8).toString('hex'));
  const folders = [root];
  // Grows while it is read; what stands in a folder comes after it.
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      if (performance.now() > until) return;
      const path = join(folder, entry.name);
      attempt(() => {
        if (!entry.isDirectory()) return unlinkSync(path);
        folders.push(path.length > longestPath ? moveFolder(path, prefix + folders.length) : path);
      });
    }
  }
  for (const folder of folders.reverse()) {
    if (performance.now() > until) return;
    attempt(() => rmdirSync(folder));
  }
}

function moveFolder(from: string, to: string): string {
  // Without this right a folder cannot be moved.
  chmodSync(from, 0o700);
  renameSync(from, to);
  return to;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    chmodSync(folder, 0o700);
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // What cannot be removed stays.
  }
}
