import { ok } from '#spec/result.ts';
import type { Output } from '../cli/command.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { writeNamedFile } from './write-named-file.ts';

/** To the file that is named, or else to standard output. */
export function writeOrShow(shell: Shell, path: string | undefined, text: string, exitCode = 0): Outcome<Output> {
  if (path === undefined) return ok({ stdout: text, exitCode });
  const written = writeNamedFile(shell, path, text);
  return written.ok ? ok({ stdout: '', exitCode }) : written;
}
