import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../connection.ts';

const prefixes: Readonly<Record<Surroundings, string>> = {
  usual: 'palyra-subject-',
  unusual: 'palyra subject é-',
};

/** The folders of one process: where it starts, where it may put what is temporary, and where blobs lie. */
export interface SubjectFolder {
  readonly root: string;
  readonly start: string;
  readonly temporary: string;
  readonly inputs: string;
  readonly outputs: string;
}

/** Throws where the system lets nobody make one. */
export function makeFolder(surroundings: Surroundings): SubjectFolder {
  const root = mkdtempSync(join(tmpdir(), prefixes[surroundings]));
  const make = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  return {
    root,
    start: make('start'),
    temporary: make('temporary'),
    inputs: make('inputs'),
    outputs: make('outputs'),
  };
}

/** Whatever a subject has put there, and whatever rights it has taken away. */
export function removeFolder({ root }: SubjectFolder): void {
  if (tryToRemove(root)) return;
  openFolders(root, 0);
  tryToRemove(root);
}

function tryToRemove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    return true;
  } catch {
    return false;
  }
}

const deepest = 64;

function openFolders(path: string, depth: number): void {
  try {
    chmodSync(path, 0o700);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && depth < deepest) openFolders(join(path, entry.name), depth + 1);
    }
  } catch {
    // What cannot be opened cannot be removed either.
  }
}
