import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { StopClass } from '#spec/runtime.ts';
import type { Trial } from './trial.ts';

/** How a run ended, as Wasmtime says it; the oracle's own text says what the fields are. */
export interface OracleAnswer {
  readonly stop: StopClass | null;
  readonly exitCode: number | null;
  readonly fuelLeft: string;
  readonly trap: string | null;
  readonly hostCalls: readonly string[];
}

export interface Refused {
  readonly refused: string;
}

const program = 'palyra-wasmtime-oracle';

/** Built from the sources beside this file by `.ci/install-wasmtime-oracle`; an older one is as good as none. */
export function isOracleThere(): boolean {
  const { stdout } = spawnSync(program, ['--source'], { encoding: 'utf8' });
  const sources = ['src/main.rs', 'Cargo.toml', 'Cargo.lock'];
  return stdout === sources.map((name) => readFileSync(join(import.meta.dirname, 'oracle', name), 'utf8')).join('');
}

/** Wasmtime in a process of its own, which answers one question after the other. */
export class Oracle {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting: { readonly answer: (line: string) => void; readonly fail: (error: Error) => void }[] = [];
  #end: Error | undefined;

  constructor() {
    this.#child = spawn(program, [], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting.shift()?.answer(line));
    this.#child.on('error', (error) => this.#lose(error));
    this.#child.on('exit', () => this.#lose(new Error('The oracle ended before it answered.')));
    // What becomes of a question that cannot be written is said by the end of the process.
    this.#child.stdin.on('error', () => {});
  }

  /** One answer for each entrypoint and budget, the budgets of the first entrypoint first. */
  async run({ module, entrypoints, budgets, limits, grants }: Trial): Promise<readonly OracleAnswer[] | Refused> {
    const answer: { runs: OracleAnswer[] } | Refused = await this.#ask({
      op: 'run',
      module: base64(module),
      entrypoints,
      budgets: budgets.map(String),
      memory: Number(limits.memoryBytes),
      table: Number(limits.tableElements),
      instances: Number(limits.instances),
      grants: [grants.http, grants.secret, grants.storage, grants.channel],
    });
    return 'refused' in answer ? answer : answer.runs;
  }

  /** A module of wasm-smith; not every seed gives one. */
  async generate(
    seed: number,
    { imports, exports, features }: { imports: Uint8Array; exports: Uint8Array; features: ReadonlySet<string> },
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const question = { op: 'generate', seed, imports: base64(imports), exports: base64(exports) };
    const answer: { module: string } | Refused = await this.#ask({ ...question, features: [...features] });
    return 'refused' in answer ? undefined : new Uint8Array(Buffer.from(answer.module, 'base64'));
  }

  close(): void {
    this.#child.stdin.end();
  }

  async #ask<T>(question: object): Promise<T> {
    if (this.#end !== undefined) throw this.#end;
    const line = new Promise<string>((answer, fail) => this.#waiting.push({ answer, fail }));
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    return JSON.parse(await line);
  }

  #lose(error: Error): void {
    this.#end ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#end);
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
