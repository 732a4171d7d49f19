import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surroundings } from '../connection.ts';
import { removeFolder } from './remove-folder.ts';

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
  const inner = (name: string) => join(root, name);
  const [start, temporary, inputs, outputs] = [inner('start'), inner('temporary'), inner('inputs'), inner('outputs')];
  try {
    for (const path of [start, temporary, inputs, outputs]) mkdirSync(path);
  } catch (error) {
    removeFolder(root);
    throw error;
  }
  return { root, start, temporary, inputs, outputs };
}
