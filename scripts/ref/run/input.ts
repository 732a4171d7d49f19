import { limits } from '#spec/constants.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../../cli/io.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import { type Shell, stdinName } from '../../cli/shell.ts';

/** A module or an artifact; the larger of them says how much is read. */
export async function readPlugin(shell: Shell, path: string): Promise<Outcome<Uint8Array>> {
  const bytes = path === '-' ? await shell.readStdin(limits.artifactBytes) : readFile(shell, path);
  if (!bytes.ok) return bytes;
  const source = path === '-' ? stdinName : path;
  return bytes.value.length === 0 ? refuse({ code: 'cli.empty-input', source }) : bytes;
}

function readFile(shell: Shell, path: string): Outcome<Uint8Array> {
  const limit = limits.artifactBytes;
  const problem = () => ({ code: 'cli.input-too-large', source: path, limit }) as const;
  const file = readInput(shell, path, { bytes: limit, problem });
  return file.ok ? ok(file.value.bytes) : file;
}
