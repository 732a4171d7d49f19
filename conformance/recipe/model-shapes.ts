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
import { signatureForms } from '#fixtures/signing/forge.ts';
import { moduleContent } from '#fixtures/wasm/module-content.ts';
import { content } from '#fixtures/zip/shape.ts';
import type { A2uiBudget } from '#spec/a2ui-operations.ts';
import type { Operation } from '#spec/operations.ts';
import type {
  AuditModel,
  BuildModel,
  ChangeHooksModel,
  ClientPatchModel,
  DispatchModel,
  GateModel,
  GrantsModel,
  IndexModel,
  InspectModel,
  InstalledModel,
  JsonModel,
  LimitsModel,
  Models,
  NegotiateModel,
  PluginCheckModel,
  PluginGrantModel,
  PluginListsModel,
  QueueModel,
  RemoveModel,
  RunModel,
  RunnerModel,
  SignatureModel,
  SkillFactsModel,
  StatusModel,
  StepModel,
  SubmitModel,
  SubmitStepModel,
  TransitionModel,
  VerifyModel,
  ViewModel,
} from './models.ts';

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
