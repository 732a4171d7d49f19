export { applyClientPatch as applyA2uiClientPatch } from './a2ui/client/apply.ts';
export {
  type Clock as A2uiClock,
  defaultBudget as defaultA2uiBudget,
  type PatchBudget as A2uiPatchBudget,
} from './a2ui/client/budget.ts';
export type {
  Component as A2uiComponent,
  Governance as A2uiGovernance,
  NormalDocument as NormalA2uiDocument,
} from './a2ui/client/document.ts';
export { normaliseDocument as normaliseA2uiDocument } from './a2ui/client/normalise.ts';
export { type ClientPatch as A2uiClientPatch, readClientPatch as readA2uiClientPatch } from './a2ui/client/patch.ts';
export {
  type Rejected as RejectedA2uiPatch,
  runTick as runA2uiTick,
  type Tick as A2uiTick,
  type Waiting as WaitingA2uiPatch,
} from './a2ui/client/queue.ts';
export { normalDocumentToJson as normalA2uiDocumentToJson } from './a2ui/client/to-json.ts';
export {
  type Drafts as A2uiDrafts,
  enter as enterInA2uiForm,
  type Form as A2uiForm,
  findForm as findA2uiForm,
  keepDrafts as keepA2uiDrafts,
} from './a2ui/forms/drafts.ts';
export { type Submission as A2uiSubmission, submitForm as submitA2uiForm } from './a2ui/forms/submit.ts';
export { type PageOptions as A2uiPageOptions, pageOf as a2uiPageOf } from './a2ui/render/page.ts';
export { renderDocument as renderA2uiDocument } from './a2ui/render/render.ts';
export { applyPatch as applyA2uiPatch } from './a2ui/server/apply.ts';
export { type A2uiDocument, parseDocument as parseA2uiDocument } from './a2ui/server/document.ts';
export { type Patch as A2uiPatch, parsePatch as parseA2uiPatch } from './a2ui/server/patch.ts';
export { type BuildInput, type BuiltArtifact, buildArtifact } from './artifact/build.ts';
export { readArchive } from './artifact/container/read.ts';
export { writeArchive } from './artifact/container/write.ts';
export { type Host, type Inspection, inspectArtifact } from './artifact/inspect.ts';
export { payloadSha256 } from './artifact/payload.ts';
export type { BuilderIdentity } from './artifact/sidecar-documents.ts';
export type { SignatureRecord } from './artifact/signature-record.ts';
export { sign } from './artifact/signing/sign.ts';
export { keyIdOf, parseSigningKey, type SigningKey, signingKeyFromSeed } from './artifact/signing/signing-key.ts';
export { verifySignature } from './artifact/signing/verify.ts';
export type { Audit, AuditPolicy, AuditRequest, CheckRecord } from './audit/audit.ts';
export { defaultAuditPolicy, parseAuditPolicy } from './audit/policy.ts';
export { auditReport } from './audit/report.ts';
export { auditArtifact, auditVerified } from './audit/run.ts';
export { changeStatus } from './lifecycle/extensions/change-status.ts';
export { evaluate as evaluateExtension } from './lifecycle/extensions/evaluate.ts';
export type { ExtensionResult } from './lifecycle/extensions/record.ts';
export type { HookBinding, HookBindings } from './lifecycle/hooks/binding.ts';
export { changeHooks, type HookChange } from './lifecycle/hooks/change-bindings.ts';
export { checkHook, type HookCheck } from './lifecycle/hooks/check.ts';
export { decisionOf, type Resolution, resolveDecisions } from './lifecycle/hooks/decision.ts';
export { dispatchHooks, type HookWorld } from './lifecycle/hooks/dispatch.ts';
export { encodeHookBindings } from './lifecycle/hooks/encode-bindings.ts';
export { parseHookEvent } from './lifecycle/hooks/event.ts';
export { journalOf } from './lifecycle/hooks/journal.ts';
export type { Dispatch, HookOutcome } from './lifecycle/hooks/outcome.ts';
export { parseHookBindings } from './lifecycle/hooks/parse-bindings.ts';
export {
  compareVersions,
  currentOf,
  encodeIndex,
  type InstalledIndex,
  type InstalledRecord,
  parseIndex,
} from './lifecycle/index/installed-index.ts';
export type { BindingRequest, CapabilityProfile, PluginBinding, PluginBindings } from './lifecycle/plugins/binding.ts';
export { findBinding, removeBinding, upsertBinding } from './lifecycle/plugins/change-bindings.ts';
export { type BindingReport, checkBinding, type PluginSurroundings } from './lifecycle/plugins/check-binding.ts';
export { type ConfigFile, encodeConfigFile, parseConfigFile } from './lifecycle/plugins/config-file.ts';
export { encodePluginBindings } from './lifecycle/plugins/encode-bindings.ts';
export { grantCall } from './lifecycle/plugins/grant-call.ts';
export { parsePluginBindings } from './lifecycle/plugins/parse-bindings.ts';
export { probePluginFiles } from './lifecycle/plugins/probe-files.ts';
export { bindingReportToJson } from './lifecycle/plugins/report-to-json.ts';
export { profileManifestToJson } from './lifecycle/profiles/manifest.ts';
export { auditPolicyOf, runnerPolicyOf } from './lifecycle/profiles/posture.ts';
export { type ProfileConfiguration, parseProfile, resolveProfile } from './lifecycle/profiles/resolve.ts';
export { chooseEntry } from './lifecycle/registry/build-index.ts';
export { readRegistry, readRegistryArtifact } from './lifecycle/registry/read-registry.ts';
export { encodeRegistryIndex, type RegistryEntry, type RegistryIndex } from './lifecycle/registry/registry-index.ts';
export {
  eventFromJson,
  type LifecycleEvent,
  type LifecyclePolicy,
  type LifecycleState,
  type Step,
  stateFromJson,
  stateToJson,
  step,
} from './lifecycle/step/step.ts';
export type { Manifest } from './manifest/manifest.ts';
export { parseManifest } from './manifest/parse.ts';
export { manifestToJson } from './manifest/to-json.ts';
export { encodeManifestToml } from './manifest/to-toml.ts';
export { manifestWarnings } from './manifest/warnings.ts';
export { acceptsAbi, descriptorOf, descriptorToJson } from './runtime/contracts/descriptor.ts';
export { type NegotiationRequest, negotiate, negotiationToJson } from './runtime/contracts/negotiate.ts';
export { readDescriptor, readNegotiation, readSimulation } from './runtime/contracts/read.ts';
export { simulate, simulationToJson } from './runtime/contracts/simulate.ts';
export { contractSnapshot, fingerprint } from './runtime/contracts/snapshot.ts';
export { type Grants, type Handles, noGrants } from './runtime/engine/capabilities.ts';
export { Engine, type RunReport, type RunRequest } from './runtime/engine/engine.ts';
export type { RunLimits } from './runtime/engine/link.ts';
export type { Outcome } from './runtime/engine/outcome.ts';
export type { PreparedModule } from './runtime/engine/prepare.ts';
export { moduleSource as pooledModule, type PoolOutcome, type PoolRequest } from './runtime/pool/pending-run.ts';
export { type PoolOptions, SandboxPool } from './runtime/pool/sandbox-pool.ts';
export { type Execute, inThread, type RunJob } from './runtime/runner/execute.ts';
export type { RunnerResult } from './runtime/runner/failure.ts';
export { testHarness } from './runtime/runner/harness.ts';
export { inPool } from './runtime/runner/in-pool.ts';
export type { InstalledSkill, InstalledSkills } from './runtime/runner/installed-skills.ts';
export type { ModuleSource, SkillSource } from './runtime/runner/module-source.ts';
export { type CapabilityLists, defaultPolicy, noCapabilities, type RunnerPolicy } from './runtime/runner/policy.ts';
export { planInput, type RunnerWorld, runPlugin, runResolved } from './runtime/runner/run-plugin.ts';
export { type RunSuccess, successToJson } from './runtime/runner/success.ts';
export { toBinary } from './runtime/text/to-binary.ts';
export type { StateChange, StateRoot, StateSnapshot } from './state/state.ts';
export { changeState, readState } from './state/state.ts';
export { referenceSubject } from './subject/reference-subject.ts';
export { addTrustedKey } from './trust/add-key.ts';
export { policyBindings, policyRequests } from './trust/bindings.ts';
export { loadTrustStore, saveTrustStore } from './trust/file.ts';
export { capabilityGrants, grantSet } from './trust/grants.ts';
export { verificationReport } from './trust/report.ts';
export { emptyTrustStore, parseTrustStore, type TrustStore } from './trust/store.ts';
export { type Verification, verifyArtifact } from './trust/verify.ts';
