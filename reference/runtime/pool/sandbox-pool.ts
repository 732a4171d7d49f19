import { availableParallelism } from 'node:os';
import { PendingRun, type PoolOutcome, type PoolRequest } from './pending-run.ts';
import { type Patience, PooledWorker } from './pooled-worker.ts';
import { ProcessorTime } from './processor-time.ts';
import { ordersAhead } from './progress.ts';
import { Queue } from './queue.ts';

export interface PoolOptions extends Partial<Patience> {
  readonly workers?: number;
}

const lookEveryMilliseconds = 20;

/** Runs guests in threads of their own. An idle pool does not keep its process alive. */
export class SandboxPool {
  readonly #size: number;
  readonly #patience: Patience;
  readonly #workers = new Set<PooledWorker>();
  /** Those that were given up, and whose threads go on. */
  readonly #ending = new Set<PooledWorker>();
  readonly #queue = new Queue<PendingRun>();
  #watch: NodeJS.Timeout | undefined;
  #time = new ProcessorTime();
  #isClosed = false;

  constructor({ workers = availableParallelism(), ...patience }: PoolOptions = {}) {
    this.#size = workers;
    this.#patience = { preparationMilliseconds: 20_000, graceMilliseconds: 1000, ...patience };
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
    await Promise.all([...this.#workers, ...this.#ending].map((worker) => worker.end()));
  }

  #abort(run: PendingRun): void {
    run.settle({ kind: 'aborted' });
    this.#queue.remove(run);
    for (const worker of this.#workers) this.#queue.putBack(worker.abort(run));
    this.#dispatch();
  }

  #dispatch(): void {
    if (this.#isClosed) return;
    for (;;) {
      const run = this.#queue.take();
      if (run === undefined) return;
      if (run.isSettled) continue;
      const worker = run.isSuspect ? this.#addWorker() : this.#findWorker();
      if (worker === undefined) {
        this.#queue.putBack([run]);
        if (this.#workers.size === 0) for (const each of this.#ending) each.hold();
        return;
      }
      worker.post(run);
      this.#startWatch();
    }
  }

  /** One that is idle, else a new one, else the one with the least to do. */
  #findWorker(): PooledWorker | undefined {
    let best: PooledWorker | undefined;
    for (const worker of this.#workers) {
      if (worker.isSlow || worker.load === ordersAhead) continue;
      if (best === undefined || worker.load < best.load) best = worker;
    }
    const isFull = this.#workers.size >= this.#size || this.#workers.size + this.#ending.size >= 2 * this.#size;
    return best?.load === 0 || isFull ? best : this.#addWorker();
  }

  #addWorker(): PooledWorker {
    const worker = new PooledWorker({
      patience: this.#patience,
      ready: (again) => this.#resume(again),
      gone: (lost, again) => {
        this.#workers.delete(lost);
        if (!lost.isEnded) this.#awaitEnd(lost);
        this.#resume(again);
      },
    });
    this.#workers.add(worker);
    return worker;
  }

  /** As long as its thread goes on it counts among those that there may be: as many again as are at work. */
  #awaitEnd(worker: PooledWorker): void {
    this.#ending.add(worker);
    void worker.ended.then(() => {
      this.#ending.delete(worker);
      this.#dispatch();
    });
  }

  #resume(again: readonly PendingRun[]): void {
    this.#queue.putBack(again);
    this.#dispatch();
  }

  #startWatch(): void {
    if (this.#watch !== undefined) return;
    this.#time = new ProcessorTime();
    this.#watch = setInterval(() => this.#look(), lookEveryMilliseconds).unref();
  }

  #look(): void {
    const atWork = [...this.#workers].filter((worker) => worker.load > 0);
    const spent = this.#time.share(atWork.length + this.#ending.size);
    for (const worker of atWork) this.#queue.putBack(worker.look(spent));
    this.#dispatch();
    if ([...this.#workers].some((worker) => worker.load > 0)) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }
}
