import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '#spec/result.ts';
import { runCommandLine } from '../main.ts';
import type { Shell } from '../shell.ts';

/** The program in a folder of its own, with a clock that stands still and chance that repeats itself. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'palyra-ref-'));
  readonly shell: Shell = {
    env: { PALYRA_STATE_ROOT: this.path('state') },
    platform: process.platform,
    folder: this.folder,
    terminal: { stdout: false, stderr: false },
    nowUnixMs: () => 1_750_000_000_000n,
    randomBytes: (length) => new Uint8Array(length).fill(7),
    readStdin: async () => ok(new Uint8Array()),
  };

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
    const words = line.split(' ').filter((word) => word !== '');
    const { exitCode, stdout, stderr } = await runCommandLine(words, { ...this.shell, ...changes });
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

/** Gives a sandbox the files that a build needs, and a key. */
export function writeSkill(sandbox: Sandbox): void {
  sandbox.write('skill.toml', skillToml);
  sandbox.write('main.wasm', wasmHeader);
  sandbox.write('publisher.key', '05'.repeat(32));
}

export const buildLine =
  'skills package build --manifest skill.toml --module main.wasm --signing-key-file publisher.key --output echo.palyra-skill';

/** The public half of the key that `writeSkill` leaves. */
export const publicKeyHex = '6e7a1cdd29b0b78fd13af4c5598feff4ef2a97166e3ca6f2e4fbfccd80505bf1';

export const wasmHeader = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export const skillToml = `manifest_version = 2
skill_id = "acme.echo_skill"
name = "Echo skill"
version = "3.1.4"
publisher = "acme"

[[entrypoints.tools]]
id = "acme.echo"
name = "Echo tool"
description = "Returns its input."
input_schema = { type = "object" }
output_schema = { type = "array" }

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`;
