import type { RunnerFailure } from '#spec/failure/runner.ts';
import { reasons } from '#spec/reasons.ts';
import { type RunnerErrorKind, runnerErrorKinds } from '#spec/runner.ts';

interface RunnerRefusal {
  readonly ok: false;
  readonly kind: RunnerErrorKind;
  readonly failure: RunnerFailure;
}

export type RunnerResult<T> = { readonly ok: true; readonly value: T } | RunnerRefusal;

export function refuse(failure: RunnerFailure): RunnerRefusal {
  const { family } = reasons[failure.code];
  return { ok: false, kind: runnerErrorKinds.find((kind) => kind === family) ?? 'RuntimeFailure', failure };
}
