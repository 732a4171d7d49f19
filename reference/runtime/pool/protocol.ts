import type { Grants } from '../engine/capabilities.ts';
import type { RunReport } from '../engine/engine.ts';
import type { RunLimits } from '../engine/link.ts';
import type { RuntimeFailure } from '../failure.ts';

/** One run, as a worker is asked for it. */
export interface Order {
  readonly number: bigint;
  readonly digest: string;
  /** Nothing where this worker has had them before. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  /** Infinity where there is none. */
  readonly timeoutMilliseconds: number;
}

/** A worker gives one answer to each order, in the order in which they came. */
export type Answer =
  | { readonly kind: 'ran'; readonly report: RunReport }
  | { readonly kind: 'refused'; readonly failure: RuntimeFailure }
  /** It had to make room since it was given the bytes. */
  | { readonly kind: 'unknown-module' }
  | { readonly kind: 'withdrawn' };
