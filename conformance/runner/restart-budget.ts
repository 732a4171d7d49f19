/** Together they bound how long a subject that keeps failing can hold up a run: a deadline costs more than a crash. */
const mostInAll = 400;
const mostInARow = 50;
const cost = { crash: 1, 'protocol-error': 1, timeout: 10 } as const;

/** How often a subject may be started again after it crashed, hung or broke the protocol. */
export class RestartBudget {
  #spent = 0;
  #inARow = 0;
  #stopped: string | undefined;

  /** Why nothing more is asked; undefined while the run goes on. */
  get stopped(): string | undefined {
    return this.#stopped;
  }

  stop(why: string): void {
    this.#stopped ??= why;
  }

  answered(): void {
    this.#inARow = 0;
  }

  failed(outcome: keyof typeof cost): void {
    this.#spent += cost[outcome];
    this.#inARow += cost[outcome];
    if (this.#inARow >= mostInARow) this.stop(tooOften(`${mostInARow} times in a row`));
    if (this.#spent >= mostInAll) this.stop(tooOften(`${mostInAll} times`));
  }
}

function tooOften(times: string): string {
  return `the subject crashed, hung or broke the protocol ${times}, where a deadline that passed counts ${cost.timeout} times`;
}
