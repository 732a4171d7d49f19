import type { StopCause, StopClass } from '#spec/runtime.ts';

export type Outcome =
  | { readonly kind: 'finished'; readonly exitCode: number }
  | { readonly kind: 'stopped'; readonly class: StopClass; readonly cause: StopCause };

/** The stage that a failure is put down to where nothing else claims it. */
export type Stage = 'linker' | 'execution';

/** Time first, then fuel, then the other limits, and the stage where it is none of them. */
function classify(cause: StopCause, stage: Stage, fuelLeft: bigint): StopClass {
  if (cause.kind === 'missing-export') return 'missing-export';
  if (cause.kind === 'deadline') return 'timed-out';
  if (fuelLeft === 0n || cause.kind === 'out-of-fuel') return 'limit';
  if (cause.kind === 'instances' || cause.kind === 'initial-memory') return 'limit';
  return stage;
}

export function stopped(cause: StopCause, stage: Stage, fuelLeft: bigint): Outcome {
  return { kind: 'stopped', class: classify(cause, stage, fuelLeft), cause };
}
