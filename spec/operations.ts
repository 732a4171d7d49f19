import type { Json, JsonObject } from './json/value.ts';
import type { StopClass, TrapClass } from './runtime.ts';

/**
 * What a subject can be asked, by operation: the input it gets and the value of its `ok`. State, clock and randomness
 * are inputs, and state comes back as output, so a subject keeps nothing between two calls.
 *
 * On the wire a `Uint8Array` is `{"$b64": …}` or `{"$blob": …}`, an integer is a JSON integer, and names are as here.
 */
export interface Operations {
  readonly 'manifest.parse': {
    readonly input: { readonly text: Uint8Array };
    readonly value: { readonly manifest: Json };
  };
  readonly 'key.parse': {
    readonly input: { readonly key: Uint8Array };
    readonly value: { readonly seed: Uint8Array; readonly publicKeyBase64: string; readonly keyId: string };
  };
  readonly 'signature.verify': {
    readonly input: { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array };
    readonly value: Record<string, never>;
  };
  readonly 'artifact.build': {
    readonly input: {
      readonly manifest: Uint8Array;
      readonly modules: readonly NamedBytes[];
      readonly assets: readonly NamedBytes[];
      /** Null asks the builder to generate the document itself. */
      readonly sbom: Uint8Array | null;
      readonly provenance: Uint8Array | null;
      readonly seed: Uint8Array;
      readonly nowUnixMs: bigint;
    };
    readonly value: {
      readonly artifact: Uint8Array;
      readonly payloadSha256: string;
      readonly manifest: Json;
      readonly signature: Json;
    };
  };
  readonly 'artifact.inspect': {
    readonly input: { readonly artifact: Uint8Array };
    readonly value: {
      readonly manifest: Json;
      readonly signature: Json;
      readonly payloadSha256: string;
      readonly warnings: readonly { readonly code: string; readonly severity: string }[];
      readonly requiresReview: boolean;
      readonly entries: readonly { readonly name: string; readonly size: bigint; readonly sha256: string }[];
    };
  };
  readonly 'artifact.verify': {
    readonly input: {
      readonly artifact: Uint8Array;
      readonly trustStore: Json;
      readonly allowTofu: boolean;
      readonly nowUnixMs: bigint;
    };
    readonly value: { readonly report: JsonObject; readonly trustStore: Json };
  };
  readonly 'trust.load': {
    /** Null stands for a store file that does not exist. */
    readonly input: { readonly store: Uint8Array | null };
    readonly value: { readonly trustStore: Json };
  };
  readonly 'trust.add': {
    readonly input: { readonly trustStore: Json; readonly publisher: string; readonly key: string };
    readonly value: { readonly trustStore: Json };
  };
  readonly 'grants.derive': {
    readonly input: { readonly manifest: Uint8Array };
    readonly value: {
      readonly grants: Json;
      readonly grantSet: Json;
      readonly bindings: Json;
      readonly requests: Json;
    };
  };
  'runtime.run': {
    readonly input: {
      readonly module: Uint8Array;
      readonly entrypoint: string;
      /** As `grants.derive` gives them. */
      readonly grants: JsonObject;
      readonly limits: SizeLimits;
      /** The module is run once with each of them, always from the beginning. */
      readonly fuelBudgets: readonly bigint[];
      /** Null where there is none. */
      readonly timeoutMs: bigint | null;
    };
    readonly value: { readonly runs: readonly RunAnswer[] };
  };
  'runner.run': {
    readonly input: {
      readonly input: Uint8Array;
      readonly policy: JsonObject;
      /** Null where the list of installed skills cannot be read. */
      readonly installed: readonly InstalledSkillInput[] | null;
      readonly timeoutMs: bigint;
    };
    readonly value: {
      readonly exit_code: bigint;
      readonly entrypoint: string;
      readonly duration_ms: bigint;
      readonly resolved_from: string;
      readonly skill: Json;
      readonly capabilities: Json;
    };
  };
  'contracts.negotiate': {
    readonly input: { readonly declarations: Json; readonly capability_classes: Json; readonly adapters: Json };
    readonly value: { readonly mode: string; readonly ready: boolean; readonly entries: Json };
  };
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

type SizeLimits = {
  readonly max_memory_bytes: bigint;
  readonly max_table_elements: bigint;
  readonly max_instances: bigint;
};

/** How one run ended. Where `stop` is null it finished, and has an exit code and handles. */
export type RunAnswer = {
  readonly stop: StopClass | null;
  readonly exitCode: bigint | null;
  readonly handles: JsonObject | null;
  /** Null where there was no trap, or where the host does not tell traps apart. */
  readonly trap: TrapClass | null;
  readonly fuelLeft: bigint;
};

type InstalledSkillInput = {
  readonly skillId: string;
  readonly version: string;
  readonly current: boolean;
  /** Null where it cannot be read. */
  readonly artifact: Uint8Array | null;
};

export type NamedBytes = { readonly path: string; readonly bytes: Uint8Array };

export type Operation = keyof Operations;
export type OperationInput<O extends Operation> = Operations[O]['input'];
export type OperationValue<O extends Operation> = Operations[O]['value'];

/** What a subject makes of one call. The other outcomes of a run are the runner's to state, never the subject's. */
export type Reply =
  | { readonly outcome: 'ok'; readonly value: WireValue }
  | { readonly outcome: 'reject'; readonly reason: string; readonly native: string }
  | { readonly outcome: 'unsupported'; readonly feature: string }
  | { readonly outcome: 'fault'; readonly message: string };

/** A message before it is text: JSON whose leaves may be bytes and whose objects may be plain records. */
export type WireValue =
  | Json
  | Uint8Array
  | readonly WireValue[]
  | { readonly [key: string]: WireValue }
  | ReadonlyMap<string, WireValue>;
