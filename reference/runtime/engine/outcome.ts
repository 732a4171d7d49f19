import type { Limits } from '../rewrite/declarations.ts';
import type { TrapClass } from './traps.ts';

/** What ended a run that did not finish. */
export type StopCause =
  | { readonly kind: 'unknown-import'; readonly module: string; readonly name: string }
  | { readonly kind: 'import-type'; readonly module: string; readonly name: string }
  | { readonly kind: 'instances'; readonly limit: bigint }
  | { readonly kind: 'initial-memory'; readonly index: number; readonly size: Limits }
  | { readonly kind: 'initial-table'; readonly index: number; readonly size: Limits }
  | { readonly kind: 'missing-export'; readonly name: string }
  | { readonly kind: 'trap'; readonly trap: TrapClass; readonly detail: string }
  /** The engine gave up for a reason of its own, such as the memory of the machine. */
  | { readonly kind: 'engine'; readonly detail: string }
  | { readonly kind: 'out-of-fuel' }
  | { readonly kind: 'deadline' };

export type StopClass = 'linker' | 'missing-export' | 'execution' | 'limit' | 'timed-out';

export type Outcome =
  | { readonly kind: 'finished'; readonly exitCode: number }
  | { readonly kind: 'stopped'; readonly class: StopClass; readonly cause: StopCause };

/** The stage that a failure is put down to where nothing else claims it. */
export type Stage = 'linker' | 'execution';

/** Time first, then fuel, then the other limits, and the stage where it is none of them. */
export function classify(cause: StopCause, stage: Stage, fuelLeft: bigint): StopClass {
  if (cause.kind === 'missing-export') return 'missing-export';
  if (cause.kind === 'deadline') return 'timed-out';
  if (fuelLeft === 0n || cause.kind === 'out-of-fuel') return 'limit';
  if (cause.kind === 'instances' || cause.kind === 'initial-memory') return 'limit';
  return stage;
}
