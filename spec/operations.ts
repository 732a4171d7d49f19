import type { A2uiOperations } from './a2ui-operations.ts';
import type { HookFailureKind } from './hooks.ts';
import type { Json, JsonObject } from './json/value.ts';
import type { PluginOperations } from './plugin-operations.ts';
import type { StopClass, TrapClass } from './runtime.ts';

/**
 * What a subject can be asked, by operation: the input it gets and the value of its `ok`. State, clock and randomness
 * are inputs, and state comes back as output, so a subject keeps nothing between two calls.
 *
 * On the wire a `Uint8Array` is `{"$b64": …}` or `{"$blob": …}`, an integer is a JSON integer, and names are as here.
 */
export interface Operations extends PluginOperations, A2uiOperations {
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
  'audit.run': {
    readonly input: {
      readonly artifact: Uint8Array;
      readonly trustStore: Json;
      readonly allowTofu: boolean;
      /** The text of the policy; null stands for the defaults. */
      readonly policy: Uint8Array | null;
      /** Null where none is configured. */
      readonly vulnerabilityFeed: string | null;
      readonly nowUnixMs: bigint;
    };
    readonly value: {
      readonly skillId: string;
      readonly version: string;
      readonly publisher: string;
      readonly accepted: true;
      readonly passed: boolean;
      readonly shouldQuarantine: boolean;
      readonly trustDecision: string;
      readonly payloadSha256: string;
      readonly generatedAtUnixMs: bigint;
      readonly policy: Json;
      readonly manifestWarnings: readonly { readonly code: string; readonly severity: string }[];
      /** The core ones, in their order. */
      readonly checks: Json;
      /** The others: from the id of a check to its records. */
      readonly further: Json;
      /** How many there are. */
      readonly quarantineReasons: bigint;
      readonly vulnerabilityScan: Json;
      readonly trustStore: Json;
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
  'index.load': {
    /** Null stands for a file that does not exist. */
    readonly input: { readonly index: Uint8Array | null };
    readonly value: { readonly index: Json };
  };
  'lifecycle.step': {
    readonly input: {
      readonly state: Json;
      readonly policy: { readonly quarantine_new: boolean; readonly reaudit_interval_ms: bigint };
      readonly event: Json;
      readonly nowUnixMs: bigint;
    };
    readonly value: {
      readonly result: string;
      readonly state: Json;
      readonly log: readonly Json[];
      readonly journal: readonly Json[];
      readonly effects: readonly Json[];
    };
  };
  'extension.transition': {
    readonly input: { readonly record: Json; readonly request: Json };
    readonly value: { readonly record: JsonObject };
  };
  'extension.evaluate': {
    /** Its member `evaluate` says what is asked, and so which other members there are. */
    readonly input: { readonly request: Json };
    readonly value: { readonly result: JsonObject };
  };
  'profile.resolve': {
    readonly input: {
      /** Null is what the configuration does not say. */
      readonly configured: string | null;
      readonly deploymentMode: string | null;
      readonly networkedWorkers: boolean;
    };
    readonly value: {
      readonly profile: string;
      readonly manifest: JsonObject;
      readonly runnerPolicy: JsonObject;
      readonly auditPolicy: JsonObject;
    };
  };
  'lifecycle.view': {
    readonly input: {
      readonly state: Json;
      readonly statusesReadable: boolean;
      /** Of every artifact that can be read. */
      readonly skills: readonly SkillFactsInput[];
      /** What there is. */
      readonly device: readonly string[];
      readonly node: readonly string[];
      /** Null where it is not set. */
      readonly reauditInterval: string | null;
      readonly nowUnixMs: bigint;
    };
    readonly value: {
      readonly entries: readonly {
        readonly skill_id: string;
        readonly version: string;
        readonly install_state: string;
        readonly runtime_status: {
          readonly status: string;
          readonly source: string;
          readonly quarantine_status: string;
          readonly reason: string | null;
          readonly detected_at_ms: bigint | null;
          readonly operator_principal: string | null;
        };
        readonly eligibility: {
          readonly status: string;
          readonly eligible: boolean;
          readonly reasons: readonly string[];
        };
      }[];
      readonly totals: {
        readonly installed: bigint;
        readonly current: bigint;
        readonly eligible: bigint;
        readonly quarantined: bigint;
        readonly disabled: bigint;
        readonly unknown: bigint;
        readonly publishers: readonly string[];
        readonly trust_decisions: JsonObject;
      };
      readonly reaudit: {
        /** Null where nothing is audited again. */
        readonly interval_ms: bigint | null;
        readonly due: boolean;
        readonly targets: readonly { readonly skill_id: string; readonly version: string }[];
      };
    };
  };
  'lifecycle.gate': {
    readonly input: {
      readonly statuses: Json;
      readonly readable: boolean;
      /** Null where the gate is not told what is installed. */
      readonly index: Json;
      readonly input: Uint8Array;
    };
    readonly value: {
      readonly code: string;
      readonly skill_id: string | null;
      readonly version: string | null;
      readonly status: string | null;
    };
  };
  'hooks.load': {
    /** Null stands for a file that does not exist, here and below. */
    readonly input: { readonly bindings: Uint8Array | null };
    readonly value: { readonly index: Json };
  };
  'hooks.change': {
    readonly input: {
      readonly bindings: Uint8Array | null;
      /** The ids of the plugins that are bound. */
      readonly plugins: readonly string[];
      readonly change: JsonObject;
      /** Who asks for it. */
      readonly principal: string;
      readonly nowUnixMs: bigint;
    };
    readonly value: { readonly index: Json };
  };
  'hooks.dispatch': {
    readonly input: {
      readonly bindings: Uint8Array | null;
      /** The bindings of plugins. */
      readonly plugins: Uint8Array | null;
      readonly installed: readonly InstalledSkillInput[] | null;
      /** Null where they cannot be read. */
      readonly statuses: readonly StatusInput[] | null;
      readonly policy: JsonObject;
      readonly timeoutMs: bigint;
      readonly event: string;
      readonly payload: Json;
    };
    readonly value: {
      readonly outcomes: readonly {
        readonly hook_id: string;
        readonly plugin_id: string;
        readonly failure: HookFailureKind | null;
        /** Null where the hook failed. */
        readonly output: JsonObject | null;
      }[];
      /** Whether hooks were left out because nobody could say what may run. */
      readonly aborted: boolean;
      /** Null where the event is not one of a run. */
      readonly resolution: Json;
      /** The payloads of what is recorded. */
      readonly journal: readonly JsonObject[];
    };
  };
}

type StatusInput = { readonly skill_id: string; readonly version: string; readonly status: string };

type SkillFactsInput = {
  readonly skill_id: string;
  readonly version: string;
  readonly required_protocol_major: bigint;
  readonly min_palyra_version: string;
  /** Null where there is none. */
  readonly max_palyra_version: string | null;
  readonly device_capabilities: readonly string[];
  readonly node_capabilities: readonly string[];
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

export type InstalledSkillInput = {
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
