import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { names, runtime } from '#spec/constants.ts';
import { type ExportOptions, exportedNames, exportVectors, vectorsFormat } from '../export-vectors.ts';
import { writeFolder } from '../folder.ts';

export const hasPython = spawnSync('python3', ['--version']).status === 0;

const parameters = { names: names.shipped, runtime };

const scriptedAdapter = fileURLToPath(new URL('scripted-adapter.mjs', import.meta.url));

export function exportedFolder(options: Partial<ExportOptions>): string {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  const kind = { format: vectorsFormat, names: exportedNames };
  const written = writeFolder(folder, kind, (sink) => exportVectors({ parameters, ...options }, sink));
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return folder;
}

interface PythonRun {
  readonly exit: number | null;
  /** A vector that failed, by its id. */
  readonly failed: readonly string[];
  readonly stdout: string;
  readonly lastLine: string;
  readonly stderr: string;
}

export function runVectors(folder: string, command: readonly string[], glob?: string): PythonRun {
  const own = glob === undefined ? [] : [glob];
  const run = spawnSync('python3', [join(folder, 'run_vectors.py'), ...own, '--', ...command], { encoding: 'utf8' });
  const lines = run.stdout.trimEnd().split('\n');
  const failed = lines.flatMap((line) => /^(?:must|should|may) failed: (\S+)/.exec(line)?.[1] ?? []);
  return { exit: run.status, failed, stdout: run.stdout, lastLine: lines.at(-1) ?? '', stderr: run.stderr };
}

/** The command of an adapter that gives these answers, one after the other and then from the beginning again. */
export function scripted(
  answers: readonly string[],
  { blobs = [], features = [] }: { readonly blobs?: readonly string[]; readonly features?: readonly string[] } = {},
): readonly string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'answers-')), 'answers.json');
  const { version, protocolMajor } = runtime;
  const told = { names: names.shipped, runtime: { version, protocolMajor: Number(protocolMajor) } };
  writeFileSync(file, JSON.stringify({ parameters: told, features, answers }));
  return [process.execPath, scriptedAdapter, file, ...blobs];
}
