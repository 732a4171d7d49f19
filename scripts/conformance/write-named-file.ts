import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { chooseOutput, writeOutput } from '../cli/io.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';

/** Writes the file that the command line names. One folder that is missing is made; where two are, it is a slip. */
export function writeNamedFile(shell: Shell, path: string, text: string): Outcome<undefined> {
  const output = chooseOutput(shell, path, []);
  if (!output.ok) return output;
  if (!existsSync(dirname(dirname(output.value)))) {
    return refuse({ code: 'cli.unwritable', path, detail: 'the folders above it are not there' });
  }
  return writeOutput(output.value, Buffer.from(text));
}
