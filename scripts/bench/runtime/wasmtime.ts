import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Wasmtime by its Python package, in a process of its own. */
export interface Wasmtime {
  load(name: string, module: Uint8Array): Promise<void>;
  /** How long a call took in a fresh instance, in milliseconds. */
  run(name: string, entrypoint: string): Promise<number>;
  stop(): void;
}

/** Where `.ci/install-wasmtime` puts it. */
const installed = fileURLToPath(new URL('../../../node_modules/.cache/wasmtime/bin/python3', import.meta.url));
const program = fileURLToPath(new URL('under-wasmtime.py', import.meta.url));

/** Nothing where the package is not there. */
export async function startWasmtime(): Promise<Wasmtime | undefined> {
  const python = existsSync(installed) ? installed : 'python3';
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask(order: object): Promise<unknown> {
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await lines.next();
    return done ? undefined : JSON.parse(value);
  }

  const greeting = await ask({});
  if (greeting === undefined) return undefined;
  return {
    async load(name, module) {
      await ask({ load: name, wasm: Buffer.from(module).toString('base64') });
    },
    async run(name, entrypoint) {
      const answer = await ask({ run: name, entrypoint });
      return Number(Object(answer).milliseconds);
    },
    stop: () => child.stdin.end(),
  };
}
