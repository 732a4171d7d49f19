import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Sandbox, skillToml, wasmHeader } from './sandbox.ts';

interface Build {
  readonly version?: string;
  readonly skillId?: string;
  readonly output?: string;
  /** More of the manifest. */
  readonly more?: string;
  readonly module?: Uint8Array;
  readonly key?: string;
}

/** A sandbox in which artifacts can be built and installed. */
export class SkillSandbox extends Sandbox {
  #calls = 0;

  /** Runs a command with a clock that goes on and with chance of its own, so that no two events of the journal are one. */
  override async runWords(words: readonly string[], changes: Parameters<Sandbox['runWords']>[1] = {}) {
    const call = ++this.#calls;
    return super.runWords(words, {
      nowUnixMs: () => this.shell.nowUnixMs() + BigInt(call),
      randomBytes: (length) => new Uint8Array(length).fill(call),
      ...changes,
    });
  }

  /** The artifact of a version of the echo skill. */
  async build({ version = '1.0.0', skillId = 'acme.echo_skill', output, more = '', module, key = '05' }: Build = {}) {
    const path = output ?? `${skillId}-${version}.palyra-skill`;
    const manifest = skillToml.replace('3.1.4', version).replace('acme.echo_skill', skillId);
    this.write('skill.toml', `${manifest}${more}`);
    this.write('main.wasm', module ?? wasmHeader);
    this.write('publisher.key', key.repeat(32));
    mkdirSync(dirname(this.path(path)), { recursive: true });
    const built = await this.run(
      `skills package build --manifest skill.toml --module main.wasm --signing-key-file publisher.key --output ${path}`,
    );
    if (built.exitCode !== 0) throw new Error(built.stderr);
    return path;
  }

  async install(path: string, options = '--allow-untrusted') {
    return this.run(`skills install --artifact ${path} ${options}`);
  }

  async json(line: string) {
    const { stdout, stderr } = await this.run(line);
    return JSON.parse(stdout === '' ? stderr : stdout);
  }

  index() {
    return JSON.parse(this.read('state/skills/installed-index.json'));
  }

  /** Version and whether it is current, in the order of the index. */
  versions(): readonly string[] {
    return this.index().entries.map(
      (entry: { version: string; current: boolean }) => `${entry.version}${entry.current ? ' current' : ''}`,
    );
  }

  log(): readonly { event_kind: string; payload: Record<string, unknown> }[] {
    const lines = this.read('state/skills/audit.ndjson').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  }

  bytes(name: string): Uint8Array {
    return readFileSync(this.path(name));
  }
}
