import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { readRegularFile } from '#reference/disk/read-file.ts';
import { ok } from '#spec/result.ts';
import type { BlobSource } from '#spec/wire/read-bytes.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';

const most = { file: 2 ** 30, output: 2 ** 26 } as const;

/** All that a program writes for this input, while its standard error is the caller's and nobody hurries it. */
export function runProgram(argv: readonly string[], input: string, shell: Shell): Promise<Outcome<Uint8Array>> {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: shell.folder, env: shell.env, stdio: ['pipe', 'pipe', 'inherit'] });
    const forget = shell.whenInterrupted(() => child.kill());
    const chunks: Uint8Array[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      chunks.push(chunk);
      // Far more than an answer can be: the rest would only fill the memory.
      if (length > most.output) child.kill();
    });
    // A program that does not read to the end has left, which its output tells.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', (error) => {
      forget();
      resolve(
        refuseHarness('not_started', 'harness.not-started', {
          message: `${program} cannot be started: ${diskProblem(error)}.`,
        }),
      );
    });
    child.on('close', () => {
      forget();
      resolve(ok(Buffer.concat(chunks)));
    });
  });
}

export function fileReader(folder: string): (path: string) => Uint8Array | undefined {
  return (path) => {
    const file = readRegularFile(join(folder, path), most.file);
    return file.kind === 'read' ? file.bytes : undefined;
  };
}

/** What the program has put beside its answer; it stays, so that it can be looked at. */
export function blobsIn(folder: string): BlobSource {
  return {
    get: (sha256, size) => {
      const file = readRegularFile(join(folder, sha256), size);
      if (file.kind === 'too-large') return 'larger';
      return file.kind === 'read' ? file.bytes : undefined;
    },
  };
}
