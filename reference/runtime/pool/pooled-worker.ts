import { setTimeout } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { classify, type StopCause } from '../engine/outcome.ts';
import type { PendingRun, PoolOutcome } from './pending-run.ts';
import { atRest, Progress, type Stage } from './progress.ts';
import type { Answer, Order } from './protocol.ts';
import { startWorker } from './start-worker.ts';

/** How long a worker may take for what it cannot be asked to stop. */
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

const mostDigests = 10_000;

/** One thread with the orders that it has been given, of which it carries out the first. */
export class PooledWorker {
  readonly #owner: Owner;
  readonly #progress = new Progress();
  readonly #worker: Worker;
  readonly #posted: Posted[] = [];
  readonly #digests = new Set<string>();
  #number = 0n;
  #seen: Stage & { readonly since: number } = { ...atRest, since: 0 };
  #isSlow = false;
  #lastWords = 'the worker ended';
  #isGone = false;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#worker = startWorker(this.#progress);
    this.#worker.on('message', (answer: Answer) => this.#answered(answer));
    this.#worker.on('error', (error) => {
      this.#lastWords = String(error);
    });
    this.#worker.on('exit', () => this.#lose({ kind: 'engine', detail: this.#lastWords }));
    this.#worker.unref();
  }

  get load(): number {
    return this.#posted.length;
  }

  /** Whatever is posted behind a run that takes its time would wait for it. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  post(run: PendingRun): void {
    const { module, entrypoint, limits, grants, timeoutMilliseconds = Number.POSITIVE_INFINITY } = run.request;
    const { digest } = module;
    const bytes = this.#digests.has(digest) ? undefined : new Uint8Array(module.bytes);
    if (this.#digests.size === mostDigests) this.#digests.clear();
    this.#digests.add(digest);
    const number = ++this.#number;
    const order: Order = { number, digest, bytes, entrypoint, limits, grants, timeoutMilliseconds };
    this.#worker.postMessage(order, bytes === undefined ? [] : [bytes.buffer]);
    if (this.#posted.push({ number, state: { run } }) === 1) this.#worker.ref();
  }

  /** Stops a run and gives back those posted with it that have to be done again; nothing where it is not here. */
  abort(run: PendingRun): readonly PendingRun[] {
    const at = this.#posted.findIndex(({ state }) => 'run' in state && state.run === run);
    if (at === -1) return [];
    return this.#withdraw(at === 0 ? 'all' : 'all but the first').filter((each) => each !== run);
  }

  /** To be called every now and then: ends a worker that is stuck, and gives back what waits behind a slow run. */
  look(): readonly PendingRun[] {
    const stage = this.#progress.stage();
    if (stage.order !== this.#seen.order || stage.running !== this.#seen.running) {
      this.#seen = { ...stage, since: performance.now() };
      return [];
    }
    const first = this.#posted[0];
    // Otherwise its answer is on the way, or it has still to begin.
    if (first?.number !== stage.order) return [];
    if (this.#isStuck(first)) {
      this.#lose(stage.running ? { kind: 'deadline' } : { kind: 'engine', detail: 'preparing it took too long' });
      return [];
    }
    this.#isSlow = true;
    return this.#withdraw('all but the first');
  }

  /** Aborts what is left. A thread that does not let itself be ended is not waited for. */
  async end(): Promise<void> {
    for (const run of this.#leave()) run.settle({ kind: 'aborted' });
    const { graceMilliseconds } = this.#owner.patience;
    await Promise.race([this.#worker.terminate(), setTimeout(graceMilliseconds, undefined, { ref: false })]);
  }

  #isStuck({ state }: Posted): boolean {
    const { preparationMilliseconds, graceMilliseconds } = this.#owner.patience;
    const { running, since } = this.#seen;
    const now = performance.now();
    if ('withdrawnAt' in state) return now - Math.max(since, state.withdrawnAt) > graceMilliseconds;
    const { timeoutMilliseconds = Number.POSITIVE_INFINITY } = state.run.request;
    return now - since > (running ? timeoutMilliseconds + graceMilliseconds : preparationMilliseconds);
  }

  #withdraw(which: 'all' | 'all but the first'): readonly PendingRun[] {
    const again: PendingRun[] = [];
    const kept = which === 'all' ? undefined : this.#posted[0];
    for (const each of this.#posted) {
      if (each === kept || !('run' in each.state)) continue;
      again.push(each.state.run);
      each.state = { withdrawnAt: performance.now() };
    }
    if (again.length > 0) this.#progress.withdraw(this.#number, kept?.number);
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
    this.#digests.delete(run.request.module.digest);
    return [run];
  }

  #lose(cause: StopCause): void {
    if (this.#isGone) return;
    const first = this.#posted[0];
    if (first !== undefined && 'run' in first.state) {
      const { order, running } = this.#progress.stage();
      first.state.run.settle(order === first.number && !running ? refused(cause) : lost(cause));
    }
    const again = this.#leave();
    void this.#worker.terminate();
    this.#owner.gone(this, again);
  }

  /** Whatever it still says is not heard, and nobody waits for its end. */
  #leave(): readonly PendingRun[] {
    const unanswered = this.#withdraw('all');
    this.#isGone = true;
    this.#worker.unref();
    return unanswered;
  }
}

function lost(cause: StopCause): PoolOutcome {
  return { kind: 'lost', outcome: { kind: 'stopped', class: classify(cause, 'execution', 1n), cause } };
}

function refused(cause: StopCause): PoolOutcome {
  const detail = cause.kind === 'engine' ? cause.detail : cause.kind;
  return { kind: 'refused', failure: { code: 'runtime.engine-refused', detail } };
}
