import type { RuntimeFailure } from '#spec/failure/runtime.ts';

export type RuntimeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RuntimeFailure; readonly engineSays?: string };
