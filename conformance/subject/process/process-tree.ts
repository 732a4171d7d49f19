import { spawnSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses, type ProcessRow, readProc, readProcess } from './processes.ts';

/** Far longer than a killed process takes to go; only what the kernel cannot end is left after it. */
const endMs = 5000;

/** What a process keeps of its origin when it leaves group and parent, unless it takes care to lose both. */
export interface Traces {
  /** Stands in its environment. */
  readonly mark: string;
  /** It is in here. */
  readonly folder: string;
}

/** A program and everything it has started: its process group, what bears its traces, and the children of these. */
export class ProcessTree {
  readonly root: number;
  readonly #traces: Traces;
  readonly #born: number;
  #known = new Map<number, number>();

  /** To be made at once after the program was started, while its pid can be no other's. */
  constructor(root: number, traces: Traces) {
    this.root = root;
    this.#traces = traces;
    // Seconds are all that `ps` tells, and they may be rounded.
    this.#born = process.platform === 'linux' ? (readProcess(root)?.born ?? 0) : Date.now() - 2000;
    this.#known.set(root, this.#born);
  }

  /** The pids that were seen when somebody last looked. */
  get known(): Iterable<number> {
    return this.#known.keys();
  }

  /** Those that run now. */
  members(): readonly ProcessRow[] {
    const rows = listProcesses().filter(({ pid, born }) => born >= this.#born && pid !== process.pid);
    const members = new Map<number, ProcessRow>();
    for (const row of rows) if (this.#isOwn(row)) members.set(row.pid, row);
    for (let before = 0; before !== members.size; ) {
      before = members.size;
      for (const row of rows) if (members.has(row.parent)) members.set(row.pid, row);
    }
    this.#known = new Map([...members.values()].map(({ pid, born }) => [pid, born]));
    return [...members.values()];
  }

  #isOwn({ pid, group, born }: ProcessRow): boolean {
    if (group === this.root || this.#known.get(pid) === born) return true;
    if (process.platform !== 'linux') return false;
    return readProc(pid, 'environ').includes(this.#traces.mark) || isIn(pid, this.#traces.folder);
  }

  /** Those that still run when the time is over, which none of them may need. */
  async outliving(graceMs: number): Promise<readonly ProcessRow[]> {
    const until = performance.now() + graceMs;
    for (let pause = 2; ; pause = Math.min(2 * pause, 100)) {
      const members = this.members();
      if (members.length === 0 || performance.now() > until) return members;
      await sleep(pause);
    }
  }

  /** The first blow, while the program itself runs: works where processes cannot be listed, too. */
  strike(): void {
    this.members();
    this.#killGroup();
  }

  /** Looks again after each round, since what is about to be killed may start something. */
  async end(): Promise<void> {
    const until = performance.now() + endMs;
    for (let pause = 2; this.#killRound() && performance.now() < until; pause = Math.min(2 * pause, 100)) {
      await sleep(pause);
    }
  }

  /** The same for a program that is leaving and can wait for nothing. */
  endNow(): void {
    const never = new Int32Array(new SharedArrayBuffer(4));
    for (let round = 0; this.#killRound() && round < 50; round++) Atomics.wait(never, 0, 0, 10);
  }

  /** Whether there was anything to kill. */
  #killRound(): boolean {
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/T', '/F', '/PID', String(this.root)], { windowsHide: true, timeout: endMs });
      return false;
    }
    const members = this.members();
    if (members.some(({ group }) => group === this.root)) this.#killGroup();
    for (const { pid, group } of members) if (group !== this.root) kill(pid);
    return members.length > 0;
  }

  /** All at the same time, so that none of them can start another. Only while one of them runs is the number its own. */
  #killGroup(): void {
    if (process.platform !== 'win32') kill(-this.root);
  }
}

function isIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
