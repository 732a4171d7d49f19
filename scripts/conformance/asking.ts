import type { Progress } from '#conformance/run-suite.ts';
import { count } from './count.ts';
import type { ProgressDisplay } from './progress.ts';

/** How far a run has come, for those who look at it and for those who break it off. */
export class Asking {
  readonly #display: ProgressDisplay | undefined;
  #last: Progress | undefined;

  constructor(display: ProgressDisplay | undefined) {
    this.#display = display;
  }

  show(progress: Progress): void {
    this.#last = progress;
    this.#display?.show(progress);
  }

  end(): void {
    this.#display?.end();
  }

  brokenOff(): string {
    if (this.#last === undefined) return 'No report was written; no case was answered yet.';
    const { done, planned, failed } = this.#last;
    return `No report was written; ${done} of ${count(planned, 'case was', 'cases were')} asked, ${failed} failed.`;
  }
}
