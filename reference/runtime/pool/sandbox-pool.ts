import { availableParallelism } from 'node:os';
import { PendingRun, type PoolOutcome, type PoolRequest } from './pending-run.ts';
import { type Patience, PooledWorker } from './pooled-worker.ts';
import { Queue } from './queue.ts';

export interface PoolOptions extends Partial<Patience> {
  readonly workers?: number;
}

/** As many orders are posted to a worker ahead of its answers, so that it need not wait for the thread that asks. */
const ordersAhead = 8;
const lookEveryMilliseconds = 20;

/** Runs guests in threads of their own. An idle pool does not keep its process alive. */
export class SandboxPool {
  readonly #size: number;
  readonly #patience: Patience;
  readonly #workers = new Set<PooledWorker>();
  readonly #queue = new Queue<PendingRun>();
  #watch: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor({ workers = availableParallelism(), ...patience }: PoolOptions = {}) {
    this.#size = workers;
    this.#patience = { preparationMilliseconds: 10_000, graceMilliseconds: 1000, ...patience };
  }

  run(request: PoolRequest): Promise<PoolOutcome> {
    const run = new PendingRun(request);
    const { signal } = request;
    if (this.#isClosed || signal?.aborted === true) {
      run.settle({ kind: 'aborted' });
      return run.outcome;
    }
    if (signal !== undefined) {
      const abort = () => this.#abort(run);
      signal.addEventListener('abort', abort, { once: true });
      void run.outcome.then(() => signal.removeEventListener('abort', abort));
    }
    this.#queue.add(run);
    this.#dispatch();
    return run.outcome;
  }

  /** Whatever has not ended is aborted, and so is whatever is asked for later. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#watch);
    for (let run = this.#queue.take(); run !== undefined; run = this.#queue.take()) run.settle({ kind: 'aborted' });
    await Promise.all([...this.#workers].map((worker) => worker.end()));
  }

  #abort(run: PendingRun): void {
    run.settle({ kind: 'aborted' });
    for (const worker of this.#workers) this.#queue.putBack(worker.abort(run));
    this.#dispatch();
  }

  #dispatch(): void {
    if (this.#isClosed) return;
    for (;;) {
      const run = this.#queue.take();
      if (run === undefined) return;
      if (run.isSettled) continue;
      const worker = this.#findWorker();
      if (worker === undefined) {
        this.#queue.putBack([run]);
        return;
      }
      worker.post(run);
      this.#watch ??= setInterval(() => this.#look(), lookEveryMilliseconds).unref();
    }
  }

  /** One that is idle, else a new one, else the one with the least to do. */
  #findWorker(): PooledWorker | undefined {
    let best: PooledWorker | undefined;
    for (const worker of this.#workers) {
      if (worker.isSlow || worker.load === ordersAhead) continue;
      if (best === undefined || worker.load < best.load) best = worker;
    }
    return best?.load === 0 || this.#workers.size >= this.#size ? best : this.#addWorker();
  }

  #addWorker(): PooledWorker {
    const worker = new PooledWorker({
      patience: this.#patience,
      ready: (again) => this.#resume(again),
      gone: (lost, again) => {
        this.#workers.delete(lost);
        this.#resume(again);
      },
    });
    this.#workers.add(worker);
    return worker;
  }

  #resume(again: readonly PendingRun[]): void {
    this.#queue.putBack(again);
    this.#dispatch();
  }

  #look(): void {
    for (const worker of this.#workers) this.#queue.putBack(worker.look());
    this.#dispatch();
    if ([...this.#workers].some((worker) => worker.load > 0)) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }
}
