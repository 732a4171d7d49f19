import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from './sandbox.ts';

const program = fileURLToPath(new URL('../../palyra-ref.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** The real program, in the folder of a sandbox and with nothing in its environment but what is given. */
export class RealProgram {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  start(...args: readonly string[]): ChildProcess {
    const { folder } = this.#sandbox;
    const env = { PATH: process.env['PATH'], HOME: this.#sandbox.path('home'), TMPDIR: process.env['TMPDIR'] };
    const node = ['--conditions=palyra-source', '--import', loader, program, ...args];
    return spawn(process.execPath, node, { cwd: folder, env });
  }

  /** One command line, its words divided by spaces, to its end. */
  async run(line: string, input = '') {
    const child = this.start(...line.split(' '));
    child.stdin?.end(input);
    const ended = [read(child.stdout), read(child.stderr), once(child, 'exit')] as const;
    const [stdout, stderr, [exitCode]] = await Promise.all(ended);
    return { exitCode, stdout, stderr };
  }
}

export function read(stream: ChildProcess['stdout']): Promise<string> {
  if (stream === null) throw new Error('every stream of the program is a pipe');
  return text(stream);
}
