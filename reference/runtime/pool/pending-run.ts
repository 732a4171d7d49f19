import type { Grants } from '../engine/capabilities.ts';
import type { RunReport } from '../engine/engine.ts';
import type { RunLimits } from '../engine/link.ts';
import { digestOf } from '../engine/module-cache.ts';
import type { Outcome } from '../engine/outcome.ts';
import type { RuntimeFailure } from '../failure.ts';

/** A module as its author wrote it, binary or text. The bytes must not change while it is in use. */
export interface ModuleSource {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

export function moduleSource(bytes: Uint8Array): ModuleSource {
  return { digest: digestOf(bytes), bytes };
}

export interface PoolRequest {
  readonly module: ModuleSource;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
}

export type PoolOutcome =
  | { readonly kind: 'ran'; readonly report: RunReport }
  /** The module was turned down before anything of it ran. */
  | { readonly kind: 'refused'; readonly failure: RuntimeFailure }
  /** The run had to be ended together with its worker, or ended it: all that is known is why it stopped. */
  | { readonly kind: 'lost'; readonly outcome: Outcome }
  | { readonly kind: 'aborted' };

/** A run between its request and its outcome. */
export class PendingRun {
  readonly request: PoolRequest;
  readonly outcome: Promise<PoolOutcome>;
  #settle: ((outcome: PoolOutcome) => void) | undefined;

  constructor(request: PoolRequest) {
    this.request = request;
    this.outcome = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get isSettled(): boolean {
    return this.#settle === undefined;
  }

  /** The first outcome stands. */
  settle(outcome: PoolOutcome): void {
    this.#settle?.(outcome);
    this.#settle = undefined;
  }
}
