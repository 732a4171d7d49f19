import { ok } from '#spec/result.ts';
import type { Output } from '../cli/command.ts';
import { chooseOutput, writeOutput } from '../cli/io.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';

/** To the file that is named, or else to standard output. */
export function writeOrShow(shell: Shell, path: string | undefined, text: string, exitCode = 0): Outcome<Output> {
  if (path === undefined) return ok({ stdout: text, exitCode });
  const output = chooseOutput(shell, path, []);
  if (!output.ok) return output;
  const written = writeOutput(output.value, Buffer.from(text));
  return written.ok ? ok({ stdout: '', exitCode }) : written;
}
