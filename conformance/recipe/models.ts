import type { ArtifactModel, NamedContent } from '#fixtures/artifact/model.ts';
import { artifactShape, namedContent } from '#fixtures/artifact/shape.ts';
import {
  bigint,
  boolean,
  bytes,
  either,
  list,
  map,
  nothing,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  string,
} from '#fixtures/shape.ts';
import { type SignatureForm, signatureForms } from '#fixtures/signing/forge.ts';
import { type ModuleContent, moduleContent } from '#fixtures/wasm/module-content.ts';
import type { Content } from '#fixtures/zip/content.ts';
import { content } from '#fixtures/zip/shape.ts';
import type { A2uiBudget } from '#spec/a2ui-operations.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';

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

type StatusModel = { readonly skill_id: string; readonly version: string; readonly status: string };

export type RunModel = {
  readonly module: ModuleContent;
  readonly entrypoint: string;
  readonly grants: GrantsModel;
  readonly limits: LimitsModel;
  readonly fuelBudgets: readonly bigint[];
  readonly timeoutMs: bigint | null;
};

type GrantsModel = {
  readonly http_hosts: readonly string[];
  readonly secret_keys: readonly string[];
  readonly storage_prefixes: readonly string[];
  readonly channels: readonly string[];
};

type LimitsModel = {
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

type ClientPatchModel = {
  readonly state: JsonModel;
  readonly patch: JsonModel;
  readonly budget: A2uiBudget;
  readonly clock: readonly bigint[];
};

type SubmitModel = {
  readonly document: JsonModel;
  readonly componentId: string;
  readonly steps: readonly SubmitStepModel[];
};

export type SubmitStepModel =
  | { readonly field: string; readonly entered: string | boolean }
  | { readonly patch: JsonModel };

type QueueModel = {
  readonly document: JsonModel;
  readonly patches: readonly JsonModel[];
  readonly budget: A2uiBudget;
  readonly clock: readonly bigint[];
};

/** A text, or the document that is written as one. */
export type ViewModel = Omit<OperationInput<'lifecycle.view'>, 'state'> & { readonly state: JsonModel };

type SkillFactsModel = ViewModel['skills'][number];

export type GateModel = {
  readonly statuses: JsonModel;
  readonly readable: boolean;
  readonly index: JsonModel;
  readonly input: JsonText;
};

export type JsonText = Content | { readonly json: JsonModel };

type RemoveModel = {
  readonly bindings: JsonText | null;
  readonly pluginId: string;
  readonly hooked: readonly string[];
  readonly nowUnixMs: bigint;
};

type PluginListsModel = {
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

type PluginGrantModel = {
  readonly requested: PluginListsModel | null;
  readonly profile: PluginListsModel;
  readonly manifest: Content;
  readonly policy: PluginListsModel;
};

type NegotiateModel = {
  readonly declarations: JsonModel;
  readonly capability_classes: JsonModel;
  readonly adapters: JsonModel;
};

type IndexModel = {
  /** The text, or the document that is written as one. */
  readonly index: Content | { readonly json: JsonModel } | null;
};

type StepModel = {
  readonly state: JsonModel;
  readonly policy: { readonly quarantine_new: boolean; readonly reaudit_interval_ms: bigint };
  readonly event: JsonModel;
  readonly nowUnixMs: bigint;
};

type TransitionModel = {
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

type InspectModel = { readonly artifact: ArtifactModel | Content };

type VerifyModel = InspectModel & {
  readonly trustStore: JsonModel;
  readonly allowTofu: boolean;
  readonly nowUnixMs: bigint;
};

export type AuditModel = VerifyModel & {
  /** The text, or the document that is written as one. */
  readonly policy: Content | { readonly json: JsonModel } | null;
  readonly vulnerabilityFeed: string | null;
};

const scalar = either(nothing, boolean, string, bigint, number);
const json: Shape<JsonModel> = { complain: (value, at) => either(scalar, list(json), map(json)).complain(value, at) };
const artifact = either(artifactShape, content);
const budget = object<A2uiBudget>({
  max_ops_per_patch: bigint,
  max_ops_per_tick: bigint,
  max_queue_depth: bigint,
  max_path_length: bigint,
  max_apply_ms: bigint,
});
const step = either(
  object<Exclude<SubmitStepModel, { readonly patch: JsonModel }>>({ field: string, entered: either(string, boolean) }),
  object<Extract<SubmitStepModel, { readonly patch: JsonModel }>>({ patch: json }),
);
const contentOrNull = either(content, nothing);
const jsonText = either(content, object<{ readonly json: JsonModel }>({ json }));
const jsonTextOrNull = either(jsonText, nothing);
const installed = either(
  list(
    object<InstalledModel>({
      skillId: string,
      version: string,
      current: boolean,
      artifact: either(artifactShape, content, nothing),
    }),
  ),
  nothing,
);
const pluginLists = object<PluginListsModel>({
  http_hosts: list(string),
  secrets: list(string),
  storage_prefixes: list(string),
  channels: list(string),
});

const installedSkill = object<InstalledModel>({
  skillId: string,
  version: string,
  current: boolean,
  artifact: either(artifactShape, content, nothing),
});

export const modelShapes: { readonly [O in Operation]: Shape<Models[O]> } = {
  'manifest.parse': object<Models['manifest.parse']>({ text: content }),
  'key.parse': object<Models['key.parse']>({ key: content }),
  'signature.verify': object<SignatureModel>({
    seed: bytes,
    message: content,
    form: oneOf(signatureForms),
    shown: object<SignatureModel['shown']>({
      message: optional(content),
      publicKey: optional(bytes),
      publicKeyBytes: optional(number),
      signatureBytes: optional(number),
      flippedBit: optional(number),
    }),
  }),
  'artifact.build': object<BuildModel>({
    manifest: content,
    modules: list(namedContent),
    assets: list(namedContent),
    sbom: contentOrNull,
    provenance: contentOrNull,
    seed: bytes,
    nowUnixMs: bigint,
  }),
  'artifact.inspect': object<InspectModel>({ artifact }),
  'artifact.verify': object<VerifyModel>({ artifact, trustStore: json, allowTofu: boolean, nowUnixMs: bigint }),
  'trust.load': object<Models['trust.load']>({ store: contentOrNull }),
  'trust.add': object<Models['trust.add']>({ trustStore: json, publisher: string, key: string }),
  'grants.derive': object<Models['grants.derive']>({ manifest: content }),
  'audit.run': object<AuditModel>({
    artifact,
    trustStore: json,
    allowTofu: boolean,
    policy: either(content, object<{ readonly json: JsonModel }>({ json }), nothing),
    vulnerabilityFeed: either(string, nothing),
    nowUnixMs: bigint,
  }),
  'runtime.run': object<RunModel>({
    module: moduleContent,
    entrypoint: string,
    grants: object<GrantsModel>({
      http_hosts: list(string),
      secret_keys: list(string),
      storage_prefixes: list(string),
      channels: list(string),
    }),
    limits: object<LimitsModel>({ max_memory_bytes: bigint, max_table_elements: bigint, max_instances: bigint }),
    fuelBudgets: list(bigint),
    timeoutMs: either(bigint, nothing),
  }),
  'runner.run': object<RunnerModel>({
    input: either(content, object<{ readonly json: JsonModel }>({ json })),
    policy: map(json),
    installed: either(list(installedSkill), nothing),
    timeoutMs: bigint,
  }),
  'a2ui.validate': object<Models['a2ui.validate']>({ document: content }),
  'a2ui.normalize': object<Models['a2ui.normalize']>({ document: json }),
  'a2ui.render': object<Models['a2ui.render']>({ document: json }),
  'a2ui.submit': object<SubmitModel>({ document: json, componentId: string, steps: list(step) }),
  'a2ui.client-patch': object<ClientPatchModel>({ state: json, patch: json, budget, clock: list(bigint) }),
  'a2ui.queue': object<QueueModel>({ document: json, patches: list(json), budget, clock: list(bigint) }),
  'a2ui.patch': object<Models['a2ui.patch']>({ state: json, patch: content }),
  'contracts.negotiate': object<NegotiateModel>({ declarations: json, capability_classes: json, adapters: json }),
  'index.load': object<IndexModel>({ index: either(content, object<{ readonly json: JsonModel }>({ json }), nothing) }),
  'lifecycle.view': object<ViewModel>({
    state: json,
    statusesReadable: boolean,
    skills: list(
      object<SkillFactsModel>({
        skill_id: string,
        version: string,
        required_protocol_major: bigint,
        min_palyra_version: string,
        max_palyra_version: either(string, nothing),
        device_capabilities: list(string),
        node_capabilities: list(string),
      }),
    ),
    device: list(string),
    node: list(string),
    reauditInterval: either(string, nothing),
    nowUnixMs: bigint,
  }),
  'lifecycle.gate': object<GateModel>({ statuses: json, readable: boolean, index: json, input: jsonText }),
  'lifecycle.step': object<StepModel>({
    state: json,
    policy: object<StepModel['policy']>({ quarantine_new: boolean, reaudit_interval_ms: bigint }),
    event: json,
    nowUnixMs: bigint,
  }),
  'extension.transition': object<TransitionModel>({ record: json, request: json, move: either(string, nothing) }),
  'extension.evaluate': object<Models['extension.evaluate']>({ request: json }),
  'profile.resolve': object<Models['profile.resolve']>({
    configured: either(string, nothing),
    deploymentMode: either(string, nothing),
    networkedWorkers: boolean,
  }),
  'plugins.load': object<Models['plugins.load']>({ bindings: jsonTextOrNull }),
  'plugins.bind': object<Models['plugins.bind']>({ bindings: jsonTextOrNull, request: json, nowUnixMs: bigint }),
  'plugins.remove': object<RemoveModel>({
    bindings: jsonTextOrNull,
    pluginId: string,
    hooked: list(string),
    nowUnixMs: bigint,
  }),
  'plugins.check': object<PluginCheckModel>({
    binding: json,
    installed,
    status: either(string, nothing),
    trustDecision: either(string, nothing),
    policy: pluginLists,
    config: either(
      object<NonNullable<PluginCheckModel['config']>>({
        contractSchemaVersion: either(bigint, nothing),
        payloadSha256: either(string, nothing),
        values: map(json),
      }),
      nothing,
    ),
    filesystem: list(string),
  }),
  'plugins.grant': object<PluginGrantModel>({
    requested: either(pluginLists, nothing),
    profile: pluginLists,
    manifest: content,
    policy: pluginLists,
  }),
  'hooks.load': object<Models['hooks.load']>({ bindings: jsonTextOrNull }),
  'hooks.change': object<ChangeHooksModel>({
    bindings: jsonTextOrNull,
    plugins: list(string),
    change: map(json),
    principal: string,
    nowUnixMs: bigint,
  }),
  'hooks.dispatch': object<DispatchModel>({
    bindings: jsonTextOrNull,
    plugins: jsonTextOrNull,
    installed: either(list(installedSkill), nothing),
    statuses: either(list(object<StatusModel>({ skill_id: string, version: string, status: string })), nothing),
    policy: map(json),
    timeoutMs: bigint,
    event: string,
    payload: json,
  }),
};
