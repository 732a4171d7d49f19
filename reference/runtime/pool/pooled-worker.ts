import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { StopCause } from '#spec/runtime.ts';
import { keyOf } from '../engine/module-cache.ts';
import { stopped } from '../engine/outcome.ts';
import type { PendingRun, PoolOutcome } from './pending-run.ts';
import { atRest, Progress, type Stage } from './progress.ts';
import type { Answer, Order } from './protocol.ts';
import { startWorker } from './start-worker.ts';

/** How long a worker may take for what it cannot be asked to stop, in time that it had of the processor. */
export interface Patience {
  readonly preparationMilliseconds: number;
  readonly graceMilliseconds: number;
}

interface Posted {
  readonly number: bigint;
  /** What it is done for; where it was withdrawn an answer is still to come. */
  state: { readonly run: PendingRun } | { readonly withdrawnAt: number };
}

interface Owner {
  readonly patience: Patience;
  /** An answer has come: there is room for more. These runs are to be done again. */
  ready(again: readonly PendingRun[]): void;
  /** The worker is no more. These runs are to be done by another. */
  gone(worker: PooledWorker, again: readonly PendingRun[]): void;
}

const mostKeys = 10_000;

/** One thread with the orders that it has been given, of which it carries out the first. */
export class PooledWorker {
  /** When its thread is no more. */
  readonly ended: Promise<void>;
  readonly #owner: Owner;
  readonly #progress = new Progress();
  readonly #worker: Worker;
  readonly #posted: Posted[] = [];
  /** Of the modules that it has been given. */
  readonly #keys = new Set<string>();
  #number = 0n;
  #seen: Stage & { readonly since: number; spent: number } = { ...atRest, since: 0, spent: 0 };
  #isSlow = false;
  #lastWords = 'the worker ended';
  #isGone = false;
  #isEnded = false;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#worker = startWorker(this.#progress);
    this.#worker.on('message', (answer: Answer) => this.#answered(answer));
    this.#worker.on('error', (error) => {
      this.#lastWords = String(error);
    });
    this.ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#isEnded = true;
        resolve();
        this.#lose({ kind: 'engine', detail: this.#lastWords });
      });
    });
    this.#worker.unref();
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  get load(): number {
    return this.#posted.length;
  }

  /** Whatever is posted behind a run that takes its time would wait for it. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  post(run: PendingRun): void {
    const { module, entrypoint, limits, scrutiny } = run.request;
    const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = run.request;
    const key = keyOf(module.digest, scrutiny);
    const bytes = this.#keys.has(key) ? undefined : module.copy();
    if (this.#keys.size === mostKeys) this.#keys.clear();
    this.#keys.add(key);
    const number = ++this.#number;
    const { handles } = run;
    const order: Order = { number, key, bytes, entrypoint, limits, handles, timeoutMilliseconds, scrutiny };
    this.#worker.postMessage(order, bytes === undefined ? [] : [bytes.buffer]);
    if (this.#posted.push({ number, state: { run } }) === 1) this.#worker.ref();
  }

  /** Stops a run and gives back those posted with it that have to be done again; nothing where it is not here. */
  abort(run: PendingRun): readonly PendingRun[] {
    const at = this.#posted.findIndex(({ state }) => 'run' in state && state.run === run);
    const posted = this.#posted[at];
    if (posted === undefined) return [];
    this.#withdraw([posted]);
    // Whether the first one comes to an end soon is not known.
    return at === 0 ? this.#withdraw(this.#posted) : [];
  }

  /**
   * To be called every now and then, with the time that it had of the processor since: ends a worker that is stuck, and
   * gives back what waits behind a slow run.
   */
  look(spent: number): readonly PendingRun[] {
    const stage = this.#progress.stage();
    if (stage.order !== this.#seen.order || stage.phase !== this.#seen.phase) {
      this.#seen = { ...stage, since: performance.now(), spent: 0 };
      return [];
    }
    const first = this.#posted[0];
    // Otherwise its answer is on the way, or it has still to begin.
    if (first?.number !== stage.order) return [];
    this.#seen.spent += spent;
    if (this.#isStuck(first)) {
      this.#lose(
        stage.phase === 'running'
          ? { kind: 'deadline' }
          : { kind: 'engine', detail: `${stage.phase} it took too long` },
      );
      return [];
    }
    this.#isSlow = true;
    return this.#withdraw(this.#posted.slice(1));
  }

  /** Keeps the process alive until the thread has ended. */
  hold(): void {
    this.#worker.ref();
  }

  /** Aborts what is left. A thread that does not let itself be ended is not waited for. */
  async end(): Promise<void> {
    for (const run of this.#leave()) run.settle({ kind: 'aborted' });
    const waiting = new AbortController();
    const { graceMilliseconds } = this.#owner.patience;
    const grace = setTimeout(graceMilliseconds, undefined, { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([this.ended, grace]);
    waiting.abort();
  }

  #isStuck({ state }: Posted): boolean {
    const { preparationMilliseconds, graceMilliseconds } = this.#owner.patience;
    const { phase, since, spent } = this.#seen;
    const now = performance.now();
    if ('withdrawnAt' in state) return now - Math.max(since, state.withdrawnAt) > graceMilliseconds;
    // How busy the machine is with other things has no say in it: a guest that had no chance to look is given one.
    if (phase !== 'running') return spent > preparationMilliseconds;
    const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = state.run.request;
    return now - since > timeoutMilliseconds + graceMilliseconds && spent > graceMilliseconds;
  }

  /** Gives back those of them that were still to be done. */
  #withdraw(which: readonly Posted[]): readonly PendingRun[] {
    const again: PendingRun[] = [];
    for (const each of which) {
      if (!('run' in each.state)) continue;
      again.push(each.state.run);
      each.state = { withdrawnAt: performance.now() };
      this.#progress.withdraw(each.number);
    }
    return again;
  }

  #answered(answer: Answer): void {
    const state = this.#posted.shift()?.state;
    if (this.#isGone || state === undefined) return;
    this.#isSlow = false;
    if (this.#posted.length === 0) this.#worker.unref();
    const again = 'run' in state ? this.#deliver(state.run, answer) : [];
    this.#owner.ready(again);
  }

  #deliver(run: PendingRun, answer: Answer): readonly PendingRun[] {
    if (answer.kind === 'ran' || answer.kind === 'refused') {
      run.settle(answer);
      return [];
    }
    this.#keys.delete(keyOf(run.request.module.digest, run.request.scrutiny));
    return [run];
  }

  #lose(cause: StopCause): void {
    if (this.#isGone) return;
    const first = this.#posted[0];
    if (first !== undefined && 'run' in first.state) {
      const { run } = first.state;
      // What ended by itself may have done so over what others had left there.
      if (this.#isEnded && first.number > 1n && !run.isSuspect) run.isSuspect = true;
      else run.settle(this.#verdict(first.number, run, cause));
    }
    this.#owner.gone(this, this.#leave());
  }

  #verdict(number: bigint, { request }: PendingRun, cause: StopCause): PoolOutcome {
    const { order, phase } = this.#progress.stage();
    if (order !== number) return { kind: 'lost', outcome: stopped(cause, 'execution', 1n) };
    if (phase === 'preparing') {
      const detail = cause.kind === 'engine' ? cause.detail : cause.kind;
      return { kind: 'refused', failure: { code: 'runtime.engine-refused', detail } };
    }
    const { fuelBudget } = request.limits;
    if (phase === 'linking')
      return { kind: 'lost', outcome: stopped(cause, 'linker', fuelBudget), fuelLeft: fuelBudget };
    const fuelLeft = this.#progress.fuelLeft();
    return { kind: 'lost', outcome: stopped(cause, 'execution', fuelLeft), fuelLeft };
  }

  /** Whatever it still says is not heard, and it does not keep the process alive. */
  #leave(): readonly PendingRun[] {
    const unanswered = this.#withdraw(this.#posted);
    if (!this.#isGone) void this.#worker.terminate();
    this.#isGone = true;
    // To terminate a worker is to wait for it, unless that is taken back.
    this.#worker.unref();
    return unanswered;
  }
}
