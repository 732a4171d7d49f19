import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportSink } from './sink.ts';

/** What a folder of ours looks like, so that only such a one is ever replaced. */
export interface FolderKind {
  /** Stands in its stamp.json. */
  readonly format: string;
  /** Everything there may be in it. */
  readonly names: readonly string[];
}

export type FolderProblem =
  | { readonly problem: 'not a folder'; readonly folder: string }
  /** There is something in it that is not of an earlier export. */
  | { readonly problem: 'taken'; readonly folder: string; readonly found: string }
  | { readonly problem: 'disk'; readonly folder: string; readonly detail: string };

export type FolderWritten<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FolderProblem };

export function describeFolderProblem(problem: FolderProblem): string {
  switch (problem.problem) {
    case 'not a folder':
      return `${problem.folder} is not a folder; name another place`;
    case 'taken':
      return `${problem.folder} holds ${problem.found}, which is not of an earlier export; name another folder, or empty this one`;
    case 'disk':
      return `${problem.folder} cannot be written: ${problem.detail}; name another place`;
    default:
      return problem satisfies never;
  }
}

const unfinished = '.palyra-unfinished';
const stampFile = 'stamp.json';
const largestStamp = 1024 * 1024;

/** Writes into a folder that is new, empty, or holds an earlier export; that one stays whole until the new one is. */
export function writeFolder<T>(folder: string, kind: FolderKind, write: (sink: ExportSink) => T): FolderWritten<T> {
  try {
    const problem = problemOf(folder, kind);
    if (problem !== undefined) return { ok: false, problem };
    const beside = join(folder, unfinished);
    rmSync(beside, { recursive: true, force: true });
    mkdirSync(beside, { recursive: true });
    const value = write(sinkOf(beside));
    replace(folder, beside, kind);
    return { ok: true, value };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ok: false, problem: { problem: 'disk', folder, detail: error.code } };
  }
}

function problemOf(folder: string, { format, names }: FolderKind): FolderProblem | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return { problem: 'not a folder', folder };
  const there = readdirSync(folder).filter((name) => name !== unfinished);
  const isOurs = hasStamp(folder, format) || hasStamp(join(folder, unfinished), format);
  const found = there.find((name) => !names.includes(name)) ?? (isOurs ? undefined : there[0]);
  return found === undefined ? undefined : { problem: 'taken', folder, found };
}

function hasStamp(folder: string, format: string): boolean {
  const path = join(folder, stampFile);
  if (!existsSync(path) || statSync(path).size > largestStamp) return false;
  try {
    const stamp: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof stamp === 'object' && stamp !== null && 'format' in stamp && stamp.format === format;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function sinkOf(folder: string): ExportSink {
  const made = new Set<string>();
  return {
    append(path, content) {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      appendFileSync(file, content);
    },
  };
}

/** The stamp goes last, so that a folder is known for ours whenever this is cut short. */
function replace(folder: string, beside: string, { names }: FolderKind): void {
  const order = [...names.filter((name) => name !== stampFile), stampFile];
  for (const name of order) {
    if (name !== stampFile) rmSync(join(folder, name), { recursive: true, force: true });
    if (existsSync(join(beside, name))) renameSync(join(beside, name), join(folder, name));
  }
  rmSync(beside, { recursive: true });
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
