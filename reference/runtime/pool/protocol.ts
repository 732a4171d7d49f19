import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import type { Handles } from '../engine/capabilities.ts';
import type { RunReport } from '../engine/engine.ts';
import type { Scrutiny } from '../engine/insight.ts';
import type { RunLimits } from '../engine/link.ts';

/** One run, as a worker is asked for it. */
export interface Order {
  readonly number: bigint;
  /** What the module is kept under. */
  readonly key: string;
  /** Nothing where this worker has had them before. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly handles: Handles;
  /** Infinity where there is none. */
  readonly timeoutMilliseconds: number;
  readonly scrutiny: Scrutiny | undefined;
}

/** A worker gives one answer to each order, in the order in which they came. */
export type Answer =
  | { readonly kind: 'ran'; readonly report: RunReport }
  | { readonly kind: 'refused'; readonly failure: RuntimeFailure; readonly engineSays?: string }
  /** It had to make room since it was given the bytes. */
  | { readonly kind: 'unknown-module' }
  | { readonly kind: 'withdrawn' };
