import type { Operation, OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Parameters } from '#spec/subject.ts';
import { buildArtifact } from '../artifact/build.ts';
import { inspectArtifact } from '../artifact/inspect.ts';
import { sha256Hex } from '../artifact/payload.ts';
import { signatureRecordToJson } from '../artifact/signature-record.ts';
import { parseSigningKey, signingKeyFromSeed } from '../artifact/signing/signing-key.ts';
import { verifySignature } from '../artifact/signing/verify.ts';
import { runAudit } from '../audit/operation.ts';
import { referenceIdentity } from '../identity.ts';
import { changeStatus } from '../lifecycle/extensions/change-status.ts';
import { evaluate } from '../lifecycle/extensions/evaluate.ts';
import { askGate } from '../lifecycle/gate/operation.ts';
import { changeHooksAsked, loadHooks } from '../lifecycle/hooks/operation.ts';
import { indexToJson, parseIndex } from '../lifecycle/index/installed-index.ts';
import { pluginOperations } from '../lifecycle/plugins/operations.ts';
import { describeDeployment } from '../lifecycle/profiles/deployment.ts';
import { resolveProfile } from '../lifecycle/profiles/resolve.ts';
import { runStep } from '../lifecycle/step/operation.ts';
import { viewLifecycle } from '../lifecycle/view/operation.ts';
import { parseManifest } from '../manifest/parse.ts';
import { manifestToJson } from '../manifest/to-json.ts';
import { negotiate, negotiationToWire } from '../runtime/contracts/negotiate.ts';
import { readNegotiation } from '../runtime/contracts/read.ts';
import { encodeBase64 } from '../text/base64.ts';
import { addTrustedKey } from '../trust/add-key.ts';
import { bindingsToJson, policyBindings, policyRequests, requestsToJson } from '../trust/bindings.ts';
import { capabilityGrants, grantSet, grantsToJson } from '../trust/grants.ts';
import { verificationReport } from '../trust/report.ts';
import { emptyTrustStore, parseTrustStore, trustStoreFromJson, trustStoreToJson } from '../trust/store.ts';
import { verifyArtifact } from '../trust/verify.ts';
import { submit } from './a2ui-forms.ts';
import { normalise, patchAsClient, patchState, render, validateDocument, workQueue } from './a2ui-operations.ts';
import type { InputReader } from './read-input.ts';
import { runHooks, runModule, runRunner } from './run-operations.ts';

type Answer<T> = Result<T> | Promise<Result<T>>;

type Operations = {
  readonly [O in Operation]: (input: InputReader, host: Parameters) => Answer<OperationValue<O>>;
};

/** Every operation of the protocol as one call of the library. */
export const operations: Operations = {
  'manifest.parse': (input) => {
    const manifest = parseManifest(input.bytes('text'));
    return manifest.ok ? ok({ manifest: manifestToJson(manifest.value) }) : manifest;
  },

  'key.parse': (input) => {
    const key = parseSigningKey(input.bytes('key'));
    if (!key.ok) return key;
    const { seed, publicKey, keyId } = key.value;
    return ok({ seed, publicKeyBase64: encodeBase64(publicKey), keyId });
  },

  'signature.verify': (input) => {
    const publicKey = input.bytes('publicKey');
    const message = input.bytes('message');
    const verified = verifySignature({ publicKey, message, signature: input.bytes('signature') }, 'hardened');
    return verified.ok ? ok({}) : verified;
  },

  'artifact.build': (input, host) => {
    const key = signingKeyFromSeed(input.bytes('seed'));
    if (!key.ok) return key;
    const built = buildArtifact(
      {
        manifest: input.bytes('manifest'),
        modules: input.namedBytes('modules'),
        assets: input.namedBytes('assets'),
        sbom: input.bytesOrNull('sbom'),
        provenance: input.bytesOrNull('provenance'),
        key: key.value,
        nowUnixMs: input.integer('nowUnixMs'),
      },
      host,
      referenceIdentity,
    );
    if (!built.ok) return built;
    const { artifact, payloadSha256, manifest, signature } = built.value;
    return ok({
      artifact,
      payloadSha256,
      manifest: manifestToJson(manifest),
      signature: signatureRecordToJson(signature),
    });
  },

  'artifact.inspect': (input, host) => {
    const inspection = inspectArtifact(input.bytes('artifact'), host);
    if (!inspection.ok) return inspection;
    const { manifest, signature, payloadSha256, warnings, requiresReview, entries } = inspection.value;
    return ok({
      manifest: manifestToJson(manifest),
      signature: signatureRecordToJson(signature),
      payloadSha256,
      warnings: warnings.map(({ code, severity }) => ({ code, severity })),
      requiresReview,
      entries: [...entries].map(([name, bytes]) => ({
        name,
        size: BigInt(bytes.length),
        sha256: sha256Hex(bytes),
      })),
    });
  },

  'artifact.verify': (input, host) => {
    const artifact = input.bytes('artifact');
    const allowTofu = input.flag('allowTofu');
    const now = input.integer('nowUnixMs');
    const store = trustStoreFromJson(input.json('trustStore'));
    if (!store.ok) return store;
    const verification = verifyArtifact(artifact, { store: store.value, allowTofu }, host);
    if (!verification.ok) return verification;
    return ok({
      report: verificationReport(verification.value, now),
      trustStore: trustStoreToJson(verification.value.store),
    });
  },

  'trust.load': (input) => {
    const bytes = input.bytesOrNull('store');
    const store = bytes === null ? ok(emptyTrustStore) : parseTrustStore(bytes);
    return store.ok ? ok({ trustStore: trustStoreToJson(store.value) }) : store;
  },

  'trust.add': (input) => {
    const store = trustStoreFromJson(input.json('trustStore'));
    if (!store.ok) return store;
    const added = addTrustedKey(store.value, input.text('publisher'), input.text('key'));
    return added.ok ? ok({ trustStore: trustStoreToJson(added.value) }) : added;
  },

  'grants.derive': (input) => {
    const manifest = parseManifest(input.bytes('manifest'));
    if (!manifest.ok) return manifest;
    const grants = capabilityGrants(manifest.value);
    return ok({
      grants: grantsToJson(grants),
      grantSet: grantsToJson(grantSet(grants)),
      bindings: bindingsToJson(policyBindings(manifest.value)),
      requests: requestsToJson(policyRequests(manifest.value)),
    });
  },

  'audit.run': runAudit,

  'runtime.run': runModule,

  'runner.run': runRunner,

  'a2ui.validate': validateDocument,

  'a2ui.patch': patchState,

  'a2ui.normalize': normalise,

  'a2ui.client-patch': patchAsClient,

  'a2ui.queue': workQueue,

  'a2ui.render': render,

  'a2ui.submit': submit,

  'contracts.negotiate': (input) => {
    const request = readNegotiation(
      new Map([
        ['declarations', input.json('declarations')],
        ['capability_classes', input.json('capability_classes')],
        ['adapters', input.json('adapters')],
      ]),
    );
    return request.ok ? ok(negotiationToWire(negotiate(request.value))) : request;
  },

  'index.load': (input) => {
    const index = parseIndex(input.bytesOrNull('index') ?? undefined);
    return index.ok ? ok({ index: indexToJson(index.value) }) : index;
  },

  'lifecycle.step': runStep,

  'lifecycle.view': viewLifecycle,

  'lifecycle.gate': askGate,

  'extension.transition': (input) => {
    const record = changeStatus(input.json('record'), input.json('request'));
    return record.ok ? ok({ record: record.value }) : record;
  },

  'extension.evaluate': (input, host) => {
    const result = evaluate(input.json('request'), host.runtime);
    return result.ok ? ok({ result: result.value }) : result;
  },

  'profile.resolve': (input) => {
    const profile = resolveProfile({
      configured: input.textOrNull('configured'),
      deploymentMode: input.textOrNull('deploymentMode'),
      networkedWorkers: input.flag('networkedWorkers'),
    });
    return profile.ok ? ok(describeDeployment(profile.value)) : profile;
  },

  ...pluginOperations,

  'hooks.load': loadHooks,

  'hooks.change': changeHooksAsked,

  'hooks.dispatch': runHooks,
};
