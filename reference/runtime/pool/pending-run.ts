import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import { type Grants, type Handles, handlesFor } from '../engine/capabilities.ts';
import type { RunReport } from '../engine/engine.ts';
import type { Scrutiny } from '../engine/insight.ts';
import type { RunLimits } from '../engine/link.ts';
import { digestOf } from '../engine/module-cache.ts';
import type { Outcome } from '../engine/outcome.ts';

/** A module as its author wrote it, binary or text. Nobody else holds its bytes, so the digest stays theirs. */
class ModuleSource {
  readonly digest: string;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes);
    this.digest = digestOf(this.#bytes);
  }

  copy(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes);
  }
}

export function moduleSource(bytes: Uint8Array): ModuleSource {
  return new ModuleSource(bytes);
}

export interface PoolRequest {
  readonly module: ModuleSource;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
  readonly scrutiny?: Scrutiny;
}

export type PoolOutcome =
  | { readonly kind: 'ran'; readonly report: RunReport }
  /** The module was turned down before anything of it ran. */
  | { readonly kind: 'refused'; readonly failure: RuntimeFailure; readonly engineSays?: string }
  /** The run had to be ended together with its worker, or ended it: all that is known is why it stopped. */
  | {
      readonly kind: 'lost';
      readonly outcome: Outcome;
      /** What was left when the guest last asked for more; nothing where it cannot be told. */
      readonly fuelLeft?: bigint;
    }
  | { readonly kind: 'aborted' };

/** A run between its request and its outcome. */
export class PendingRun {
  readonly request: PoolRequest;
  readonly handles: Handles;
  readonly outcome: Promise<PoolOutcome>;
  /** Whether a worker has ended over it that had done other things before: the next one does nothing else first. */
  isSuspect = false;
  #settle: ((outcome: PoolOutcome) => void) | undefined;

  constructor(request: PoolRequest) {
    this.request = request;
    this.handles = handlesFor(request.grants);
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
