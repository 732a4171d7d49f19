import type { ArtifactModel, NamedContent } from '#fixtures/artifact/model.ts';
import type { SignatureForm } from '#fixtures/signing/forge.ts';
import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import type { Content } from '#fixtures/zip/content.ts';
import type { A2uiBudget } from '#spec/a2ui-operations.ts';
import type { OperationInput } from '#spec/operations.ts';

/** The recipe's model of each operation: its input before texts, archives and signatures are bytes. */
export type Models = {
  readonly 'manifest.parse': { readonly text: Content };
  readonly 'key.parse': { readonly key: Content };
  readonly 'signature.verify': SignatureModel;
  readonly 'artifact.build': BuildModel;
  readonly 'artifact.inspect': InspectModel;
  readonly 'artifact.verify': VerifyModel;
  readonly 'trust.load': { readonly store: Content | null };
  readonly 'trust.add': { readonly trustStore: JsonModel; readonly publisher: string; readonly key: string };
  readonly 'grants.derive': { readonly manifest: Content };
  readonly 'audit.run': AuditModel;
  readonly 'runtime.run': RunModel;
  readonly 'runner.run': RunnerModel;
  readonly 'contracts.negotiate': NegotiateModel;
  readonly 'a2ui.validate': { readonly document: Content };
  readonly 'a2ui.normalize': { readonly document: JsonModel };
  readonly 'a2ui.render': { readonly document: JsonModel };
  readonly 'a2ui.submit': SubmitModel;
  readonly 'a2ui.client-patch': ClientPatchModel;
  readonly 'a2ui.queue': QueueModel;
  readonly 'a2ui.patch': { readonly state: JsonModel; readonly patch: Content };
  readonly 'plugins.load': { readonly bindings: JsonText | null };
  readonly 'plugins.bind': {
    readonly bindings: JsonText | null;
    readonly request: JsonModel;
    readonly nowUnixMs: bigint;
  };
  readonly 'plugins.remove': RemoveModel;
  readonly 'plugins.check': PluginCheckModel;
  readonly 'plugins.grant': PluginGrantModel;
  readonly 'index.load': IndexModel;
  readonly 'lifecycle.step': StepModel;
  readonly 'lifecycle.view': ViewModel;
  readonly 'lifecycle.gate': GateModel;
  readonly 'extension.transition': TransitionModel;
  readonly 'extension.evaluate': { readonly request: JsonModel };
  readonly 'profile.resolve': OperationInput<'profile.resolve'>;
  readonly 'hooks.load': { readonly bindings: JsonText | null };
  readonly 'hooks.change': ChangeHooksModel;
  readonly 'hooks.dispatch': DispatchModel;
};

export type ChangeHooksModel = {
  readonly bindings: JsonText | null;
  readonly plugins: readonly string[];
  readonly change: { readonly [field: string]: JsonModel };
  readonly principal: string;
  readonly nowUnixMs: bigint;
};

export type DispatchModel = {
  readonly bindings: JsonText | null;
  readonly plugins: JsonText | null;
  readonly installed: readonly InstalledModel[] | null;
  readonly statuses: readonly StatusModel[] | null;
  readonly policy: { readonly [field: string]: JsonModel };
  readonly timeoutMs: bigint;
  readonly event: string;
  readonly payload: JsonModel;
};

export type StatusModel = { readonly skill_id: string; readonly version: string; readonly status: string };

export type RunModel = {
  readonly module: ModuleContent;
  readonly entrypoint: string;
  readonly grants: GrantsModel;
  readonly limits: LimitsModel;
  readonly fuelBudgets: readonly bigint[];
  readonly timeoutMs: bigint | null;
};

export type GrantsModel = {
  readonly http_hosts: readonly string[];
  readonly secret_keys: readonly string[];
  readonly storage_prefixes: readonly string[];
  readonly channels: readonly string[];
};

export type LimitsModel = {
  readonly max_memory_bytes: bigint;
  readonly max_table_elements: bigint;
  readonly max_instances: bigint;
};

export type RunnerModel = {
  /** The text, or the document that is written as one. */
  readonly input: Content | { readonly json: JsonModel };
  readonly policy: { readonly [field: string]: JsonModel };
  readonly installed: readonly InstalledModel[] | null;
  readonly timeoutMs: bigint;
};

export type InstalledModel = {
  readonly skillId: string;
  readonly version: string;
  readonly current: boolean;
  readonly artifact: ArtifactModel | Content | null;
};

export type ClientPatchModel = {
  readonly state: JsonModel;
  readonly patch: JsonModel;
  readonly budget: A2uiBudget;
  readonly clock: readonly bigint[];
};

export type SubmitModel = {
  readonly document: JsonModel;
  readonly componentId: string;
  readonly steps: readonly SubmitStepModel[];
};

export type SubmitStepModel =
  | { readonly field: string; readonly entered: string | boolean }
  | { readonly patch: JsonModel };

export type QueueModel = {
  readonly document: JsonModel;
  readonly patches: readonly JsonModel[];
  readonly budget: A2uiBudget;
  readonly clock: readonly bigint[];
};

/** A text, or the document that is written as one. */
export type ViewModel = Omit<OperationInput<'lifecycle.view'>, 'state'> & { readonly state: JsonModel };

export type SkillFactsModel = ViewModel['skills'][number];

export type GateModel = {
  readonly statuses: JsonModel;
  readonly readable: boolean;
  readonly index: JsonModel;
  readonly input: JsonText;
};

export type JsonText = Content | { readonly json: JsonModel };

export type RemoveModel = {
  readonly bindings: JsonText | null;
  readonly pluginId: string;
  readonly hooked: readonly string[];
  readonly nowUnixMs: bigint;
};

export type PluginListsModel = {
  readonly http_hosts: readonly string[];
  readonly secrets: readonly string[];
  readonly storage_prefixes: readonly string[];
  readonly channels: readonly string[];
};

export type PluginCheckModel = {
  readonly binding: JsonModel;
  readonly installed: readonly InstalledModel[] | null;
  readonly status: string | null;
  readonly trustDecision: string | null;
  readonly policy: PluginListsModel;
  readonly config: {
    readonly contractSchemaVersion: bigint | null;
    /** `installed` stands for the payload hash of the first installed artifact. */
    readonly payloadSha256: string | null;
    readonly values: { readonly [key: string]: JsonModel };
  } | null;
  readonly filesystem: readonly string[];
};

export type PluginGrantModel = {
  readonly requested: PluginListsModel | null;
  readonly profile: PluginListsModel;
  readonly manifest: Content;
  readonly policy: PluginListsModel;
};

export type NegotiateModel = {
  readonly declarations: JsonModel;
  readonly capability_classes: JsonModel;
  readonly adapters: JsonModel;
};

export type IndexModel = {
  /** The text, or the document that is written as one. */
  readonly index: Content | { readonly json: JsonModel } | null;
};

export type StepModel = {
  readonly state: JsonModel;
  readonly policy: { readonly quarantine_new: boolean; readonly reaudit_interval_ms: bigint };
  readonly event: JsonModel;
  readonly nowUnixMs: bigint;
};

export type TransitionModel = {
  readonly record: JsonModel;
  readonly request: JsonModel;
  /** `from -> to`: the two statuses in one text, so that any pair is one edit away from any other; null where both stand as given. */
  readonly move: string | null;
};

/** A key and a signature of some form over a message, and what is shown in their place. */
export type SignatureModel = {
  readonly seed: Uint8Array;
  readonly message: Content;
  readonly form: SignatureForm;
  readonly shown: {
    readonly message?: Content;
    readonly publicKey?: Uint8Array;
    /** How many bytes of the key and of the signature are shown; zeros fill up what is not there. */
    readonly publicKeyBytes?: number;
    readonly signatureBytes?: number;
    /** Of the signature, counted from its first byte. */
    readonly flippedBit?: number;
  };
};

export type BuildModel = {
  readonly manifest: Content;
  readonly modules: readonly NamedContent[];
  readonly assets: readonly NamedContent[];
  readonly sbom: Content | null;
  readonly provenance: Content | null;
  readonly seed: Uint8Array;
  readonly nowUnixMs: bigint;
};

/** A JSON document as a recipe writes it: what is edited is plain data, and what is sent is `Json`. */
export type JsonModel =
  | null
  | boolean
  | string
  | bigint
  | number
  | readonly JsonModel[]
  | { readonly [key: string]: JsonModel };

export type InspectModel = { readonly artifact: ArtifactModel | Content };

export type VerifyModel = InspectModel & {
  readonly trustStore: JsonModel;
  readonly allowTofu: boolean;
  readonly nowUnixMs: bigint;
};

export type AuditModel = VerifyModel & {
  /** The text, or the document that is written as one. */
  readonly policy: Content | { readonly json: JsonModel } | null;
  readonly vulnerabilityFeed: string | null;
};
