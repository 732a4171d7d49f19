import { basename, isAbsolute } from 'node:path';
import { trim } from '#reference/text/white-space.ts';
import { limits } from '#spec/constants.ts';
import type { NamedBytes } from '#spec/operations.ts';
import { ok } from '#spec/result.ts';
import { type ReadFile, readInput } from '../cli/io.ts';
import type { Outcome, Problem } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';

export function readArtifact(shell: Shell, path: string): Outcome<Uint8Array> {
  const file = readInput(shell, path, { bytes: limits.artifactBytes, problem: artifactTooLarge });
  return file.ok ? ok(file.value.bytes) : file;
}

/** A document that becomes one entry of the artifact, or that the entry is made from. */
export function readDocument(shell: Shell, path: string, entry: string): Outcome<ReadFile> {
  const problem = (actual: number) => entryTooLarge(entry, actual);
  return readInput(shell, path, { bytes: limits.entryBytes, problem });
}

export interface ContentFile extends ReadFile, NamedBytes {}

/** Reads modules or assets, and stops before it holds more than an artifact can. */
export function readContents(shell: Shell, paths: readonly string[], folder: string): Outcome<readonly ContentFile[]> {
  const files: ContentFile[] = [];
  let total = 0;
  for (const argument of paths) {
    const path = entryPath(argument);
    const problem = (actual: number) =>
      actual > limits.entryBytes ? entryTooLarge(`${folder}${path}`, actual) : artifactTooLarge(total + actual);
    const bytes = Math.min(limits.entryBytes, limits.artifactBytes - total);
    const file = readInput(shell, trim(argument), { bytes, problem });
    if (!file.ok) return file;
    total += file.value.bytes.length;
    files.push({ path, ...file.value });
  }
  return ok(files);
}

/** The name that a file of the command line gets inside its folder; whether it is a good one is for the packager to say. */
function entryPath(argument: string): string {
  const path = trim(argument);
  return isAbsolute(path) ? basename(path) : path.replaceAll('\\', '/');
}

function artifactTooLarge(actual: number): Problem {
  return { code: 'artifact.too-large', actual, limit: limits.artifactBytes };
}

function entryTooLarge(name: string, actual: number): Problem {
  return { code: 'artifact.entry-too-large', name, actual, limit: limits.entryBytes };
}
