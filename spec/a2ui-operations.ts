import type { Json } from './json/value.ts';

/** What a subject can be asked about documents. */
export interface A2uiOperations {
  readonly 'a2ui.validate': {
    readonly input: { readonly document: Uint8Array };
    readonly value: { readonly document: Json };
  };
  readonly 'a2ui.normalize': {
    readonly input: { readonly document: Json };
    readonly value: { readonly document: Json };
  };
  readonly 'a2ui.client-patch': {
    readonly input: {
      readonly state: Json;
      readonly patch: Json;
      readonly budget: A2uiBudget;
      /** What the clock says each time it is read, in milliseconds; the last reading stays. */
      readonly clock: readonly bigint[];
    };
    readonly value: { readonly state: Json };
  };
  readonly 'a2ui.queue': {
    readonly input: {
      readonly document: Json;
      readonly patches: readonly Json[];
      readonly budget: A2uiBudget;
      readonly clock: readonly bigint[];
    };
    readonly value: {
      readonly document: Json;
      readonly applied: bigint;
      readonly remaining: bigint;
      readonly rejected: readonly { readonly index: bigint; readonly reason: string }[];
    };
  };
  readonly 'a2ui.render': {
    readonly input: { readonly document: Json };
    readonly value: { readonly html: string };
  };
  readonly 'a2ui.submit': {
    readonly input: { readonly document: Json; readonly componentId: string; readonly steps: readonly A2uiStep[] };
    readonly value: {
      /** Null where the form was not sent. */
      readonly event: { readonly componentId: string; readonly values: Json } | null;
      readonly blocked: readonly { readonly field: string; readonly problem: string }[];
    };
  };
  readonly 'a2ui.patch': {
    readonly input: { readonly state: Json; readonly patch: Uint8Array };
    readonly value: { readonly state: Json };
  };
}

/** What happens to a form before it is sent: somebody enters something in a field of it, or a patch comes. */
type A2uiStep = { readonly field: string; readonly entered: string | boolean } | { readonly patch: Json };

/** What a client spends on patches at most. */
export type A2uiBudget = {
  readonly max_ops_per_patch: bigint;
  readonly max_ops_per_tick: bigint;
  readonly max_queue_depth: bigint;
  readonly max_path_length: bigint;
  readonly max_apply_ms: bigint;
};
