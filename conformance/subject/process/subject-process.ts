import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { Exit } from './exit.ts';
import { enterLiving, leaveLiving } from './living.ts';
import { watchMemory } from './memory-watch.ts';
import { ProcessTree, type Traces } from './process-tree.ts';
import { StderrTail } from './stderr-tail.ts';
import { within } from './within.ts';

/** After everything is killed; only a process that got away keeps a pipe open for longer. */
const drainMs = 500;

export interface Launch {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly traces: Traces;
  readonly memoryBytes: number;
  /** Removes what was made for the program. */
  readonly tidy: () => void;
}

export interface ProcessListener {
  onOutput(chunk: Buffer): void;
  /** What the program has written may still be on its way. */
  onExit(exit: Exit): void;
  /** More than it may take. */
  onMemory(): void;
}

export type Launched =
  | { readonly ok: true; readonly process: SubjectProcess }
  | { readonly ok: false; readonly problem: string };

/** A program, everything that it starts, and its three pipes. Nothing that it does throws here. */
export class SubjectProcess {
  readonly stderr = new StderrTail();
  /** Settles when the program itself has left; what it started may still be there. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #tree: ProcessTree;
  readonly #closed: Promise<unknown>;
  readonly #launch: Launch;
  #stopWatch: () => void = () => {};
  #exit: Exit | undefined;
  #ending: Promise<readonly string[]> | undefined;

  static async launch(launch: Launch): Promise<Launched> {
    const [program = '', ...args] = launch.argv;
    try {
      // Else the system says that the program does not exist.
      if (!statSync(launch.cwd).isDirectory()) throw new Error(`${launch.cwd} is not a folder`);
      const child = spawn(program, args, {
        cwd: launch.cwd,
        env: launch.env,
        stdio: 'pipe',
        // A process group of its own, which can be killed as one; on Windows it would open a window.
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
      if (child.pid === undefined) throw (await once(child, 'error'))[0];
      return { ok: true, process: new SubjectProcess(child, child.pid, launch) };
    } catch (error) {
      launch.tidy();
      return { ok: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  private constructor(child: ChildProcessWithoutNullStreams, pid: number, launch: Launch) {
    this.#child = child;
    this.#tree = new ProcessTree(pid, launch.traces);
    this.#launch = launch;
    enterLiving(this);
    this.#closed = new Promise((resolve) => child.once('close', resolve));
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        this.#exit = { code, signal };
        resolve(this.#exit);
      });
    });
    for (const one of [child, child.stdin, child.stdout, child.stderr]) one.on('error', () => {});
    child.stderr.on('data', (chunk: Buffer) => this.stderr.add(chunk));
  }

  /** To be called at once, before anything can have happened. */
  listen(listener: ProcessListener): void {
    this.#child.stdout.on('data', (chunk: Buffer) => listener.onOutput(chunk));
    this.exited.then((exit) => listener.onExit(exit));
    this.#stopWatch = watchMemory(this.#tree, this.#launch.memoryBytes, () => listener.onMemory());
  }

  get exit(): Exit | undefined {
    return this.#exit;
  }

  /** Which of its own ends of the pipes the program has closed while it runs, in words. */
  get closedPipes(): string {
    const { stdin, stdout } = this.#child;
    if (stdout.readableEnded) return 'its standard output is closed';
    return stdin.destroyed && !stdin.writableFinished ? 'its standard input is closed' : '';
  }

  write(data: string | Uint8Array): void {
    if (this.#child.stdin.writable) this.#child.stdin.write(data);
  }

  /** Writes the last of what there is to write. */
  finish(data: string | Uint8Array): void {
    if (this.#child.stdin.writable) this.#child.stdin.end(data);
  }

  /** So that what it has started is known even when it no longer runs. */
  look(): void {
    this.#tree.members();
  }

  /**
   * Sees to it that nothing of the program is left and that all it wrote was read. Gives the names of the processes that
   * outlived the program for longer than the grace.
   */
  end(graceMs: number): Promise<readonly string[]> {
    this.#ending ??= this.#end(graceMs);
    return this.#ending;
  }

  async #end(graceMs: number): Promise<readonly string[]> {
    const outliving = this.#exit === undefined ? [] : await this.#tree.outliving(graceMs);
    if (this.#exit === undefined) this.#tree.strike();
    if (this.#exit === undefined || outliving.length > 0) await this.#tree.end();
    await within(drainMs, this.#closed);
    const { stdin, stdout, stderr } = this.#child;
    for (const pipe of [stdin, stdout, stderr]) pipe.destroy();
    this.#child.unref();
    this.#stopWatch();
    return outliving.map(({ name }) => name).sort();
  }

  /** The last thing to do, after `end`. */
  tidy(): void {
    leaveLiving(this);
    this.#launch.tidy();
  }

  endNow(): void {
    if (this.#exit === undefined) this.#tree.strike();
    this.#tree.endNow();
    this.#launch.tidy();
  }
}
