import { closeSync, fsyncSync, openSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolders } from '#reference/disk/make-folders.ts';
import { diskProblem } from '#reference/disk/problem.ts';
import { readRegularFile } from '#reference/disk/read-file.ts';
import { replaceFile } from '#reference/disk/replace-file.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, type Problem, refuse } from './problem.ts';
import type { Shell } from './shell.ts';

/** A file that was read, and what tells it apart from every other file whatever its path. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly identity: string;
}

export interface ReadLimit {
  readonly bytes: number;
  readonly problem: (actual: number) => Problem;
}

export function readInput(shell: Shell, path: string, limit: ReadLimit): Outcome<ReadFile> {
  const file = readRegularFile(resolve(shell.folder, path), limit.bytes);
  switch (file.kind) {
    case 'read':
      return ok({ bytes: file.bytes, identity: file.identity });
    case 'too-large':
      return { ok: false, failure: limit.problem(file.actual) };
    case 'not-a-file':
      return refuse({ code: 'cli.not-a-file', path });
    case 'problem':
      return refuse(readProblem(path, file.detail));
  }
}

function readProblem(path: string, detail: string) {
  if (detail === 'ENOENT' || detail === 'ENOTDIR') return { code: 'cli.file-not-found', path } as const;
  return { code: 'cli.unreadable', path, detail } as const;
}

/**
 * Where an output will go, found out before any work is done: behind symbolic links, never over something that is not a
 * file, and never over one of the inputs.
 */
export function chooseOutput(shell: Shell, path: string, inputs: readonly (ReadFile | undefined)[]): Outcome<string> {
  const absolute = resolve(shell.folder, path);
  try {
    const stats = statSync(absolute, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return ok(absolute);
    if (!stats.isFile()) return refuse({ code: 'cli.not-a-file', path });
    const identity = `${stats.dev}:${stats.ino}`;
    if (inputs.some((input) => input?.identity === identity)) return refuse({ code: 'cli.output-is-input', path });
    return ok(realpathSync(absolute));
  } catch (error) {
    return refuse({ code: 'cli.unwritable', path, detail: diskProblem(error) });
  }
}

/** The file is whole or it is not there. */
export function writeOutput(path: string, bytes: Uint8Array): Outcome<undefined> {
  try {
    replaceFile(path, bytes, 0o666);
  } catch (error) {
    return refuse({ code: 'cli.unwritable', path, detail: diskProblem(error) });
  }
  return ok(undefined);
}

/** For secrets: readable by their owner alone, and never in the place of another file. */
export function writeNewSecret(shell: Shell, path: string, bytes: Uint8Array): Outcome<undefined> {
  const absolute = resolve(shell.folder, path);
  let file: number;
  try {
    makeFolders(dirname(absolute));
    file = openSync(absolute, 'wx', 0o600);
  } catch (error) {
    const detail = diskProblem(error);
    return refuse(
      detail === 'EEXIST' ? { code: 'cli.already-exists', path } : { code: 'cli.unwritable', path, detail },
    );
  }
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } catch (error) {
    rmSync(absolute, { force: true });
    return refuse({ code: 'cli.unwritable', path, detail: diskProblem(error) });
  } finally {
    closeSync(file);
  }
  return ok(undefined);
}
