import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '#spec/result.ts';
import { runCommandLine } from '../main.ts';
import type { Program } from '../program.ts';
import type { Shell } from '../shell.ts';

/** A program in a folder of its own, with a clock that stands still and chance that repeats itself. */
export class ProgramSandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'palyra-sandbox-'));
  readonly shell: Shell = {
    env: { PALYRA_STATE_ROOT: this.path('state') },
    platform: process.platform,
    folder: this.folder,
    terminal: { stdout: false, stderr: false },
    nowUnixMs: () => 1_750_000_000_000n,
    randomBytes: (length) => new Uint8Array(length).fill(7),
    readStdin: async () => ok(new Uint8Array()),
    stdin: async function* () {},
    writeStdout: async () => ok(undefined),
    writeStderr: () => {},
    whenInterrupted: () => () => {},
  };
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Runs one command line, its words divided by spaces, and what it wrote as text. */
  async run(line: string, changes: Partial<Shell> = {}) {
    return this.runWords(
      line.split(' ').filter((word) => word !== ''),
      changes,
    );
  }

  async runWords(words: readonly string[], changes: Partial<Shell> = {}) {
    const shell = { ...this.shell, ...changes };
    const { exitCode, stdout, stderr } = await runCommandLine(this.#program, words, shell);
    return { exitCode, stdout: Buffer.from(stdout).toString(), stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Standard input that holds these bytes. */
export function stdin(content: string | Uint8Array): Pick<Shell, 'readStdin'> {
  return { readStdin: async () => ok(Buffer.from(content)) };
}
