import { toJson, toJsonObject } from '../../compile/plain.ts';
import { encodeJson } from '../../json/write.ts';
import type { Operation, OperationInput, OperationValue } from '../../operations.ts';
import { artifact } from './artifact.ts';
import * as run from './run.ts';
import * as skill from './skill.ts';

interface WorkedExample<O extends Operation> {
  readonly input: OperationInput<O>;
  readonly value: OperationValue<O>;
}

const message = Buffer.from(skill.payloadSha256);
const manifest = Buffer.from(skill.manifestText);
const none = toJson({ trusted_publishers: {}, tofu_publishers: {} });

/** One call of each operation with its answer; all about the same skill. */
const a2uiDocument = {
  v: 1n,
  surface: 'chat',
  components: [{ id: 'hello', type: 'text', props: { value: 'Hello.' } }],
};
const a2uiBudget = {
  max_ops_per_patch: 256n,
  max_ops_per_tick: 512n,
  max_queue_depth: 1024n,
  max_path_length: 512n,
  max_apply_ms: 12n,
};
const a2uiPatch = '{"v":1,"ops":[{"op":"replace","path":"/components/0/props/value","value":"Done."}]}';

export const workedExamples = {
  'a2ui.validate': {
    input: { document: Buffer.from(encodeJson(toJson(a2uiDocument))) },
    value: { document: toJson(a2uiDocument) },
  },
  'a2ui.normalize': {
    input: {
      document: toJson({ v: 1n, surface: ' chat ', components: [{ type: 'TEXT', props: { value: 'Hello.' } }] }),
    },
    value: {
      document: toJson({
        v: 1n,
        surface: 'chat',
        components: [{ id: 'component-1', type: 'text', props: { tone: 'normal', value: 'Hello.' } }],
      }),
    },
  },
  'a2ui.client-patch': {
    input: {
      state: toJson({ a: 1n }),
      patch: toJson({ v: 1n, ops: [{ op: 'add', path: '/b', value: 2n }] }),
      budget: a2uiBudget,
      clock: [0n],
    },
    value: { state: toJson({ a: 1n, b: 2n }) },
  },
  'a2ui.queue': {
    input: {
      document: toJson({ v: 1n, surface: 'chat', components: [] }),
      patches: [toJson({ v: 1n, ops: [{ op: 'replace', path: '/surface', value: 'side' }] }), null],
      budget: a2uiBudget,
      clock: [0n],
    },
    value: {
      document: toJson({ v: 1n, surface: 'side', components: [] }),
      applied: 1n,
      remaining: 0n,
      rejected: [{ index: 1n, reason: 'a2ui.client-patch' }],
    },
  },
  'a2ui.render': {
    input: { document: toJson(a2uiDocument) },
    value: {
      html: '<section aria-label="chat" data-surface="chat"><article data-component-id="hello" data-component-type="text"><p>Hello.</p></article></section>',
    },
  },
  'a2ui.submit': {
    input: {
      document: toJson({
        v: 1n,
        surface: 'chat',
        components: [{ id: 'ask', type: 'form', props: { fields: [{ id: 'name', label: 'Name' }] } }],
      }),
      componentId: 'ask',
      steps: [{ field: 'name', entered: 'Ada' }],
    },
    value: { event: { componentId: 'ask', values: toJson({ name: 'Ada' }) }, blocked: [] },
  },
  'a2ui.patch': {
    input: { state: toJson(a2uiDocument), patch: Buffer.from(a2uiPatch) },
    value: {
      state: toJson({ ...a2uiDocument, components: [{ id: 'hello', type: 'text', props: { value: 'Done.' } }] }),
    },
  },
  'manifest.parse': {
    input: { text: manifest },
    value: { manifest: toJson(skill.manifestAsWritten) },
  },
  'key.parse': {
    input: { key: Buffer.from(`${Buffer.from(skill.seed).toString('hex')}\n`) },
    value: {
      seed: skill.seed,
      publicKeyBase64: skill.signature.public_key_base64,
      keyId: skill.signature.key_id,
    },
  },
  'signature.verify': {
    input: {
      publicKey: Buffer.from(skill.publicKeyHex, 'hex'),
      message,
      signature: Buffer.from(skill.signature.signature_base64, 'base64'),
    },
    value: {},
  },
  'artifact.build': {
    input: {
      manifest,
      modules: [{ path: 'echo.wasm', bytes: skill.moduleBytes }],
      assets: [],
      sbom: skill.sbom,
      provenance: skill.provenance,
      seed: skill.seed,
      nowUnixMs: skill.builtAt,
    },
    value: {
      artifact,
      payloadSha256: skill.payloadSha256,
      manifest: toJson(skill.manifestAsBuilt),
      signature: toJson(skill.signature),
    },
  },
  'artifact.inspect': {
    input: { artifact },
    value: {
      manifest: toJson(skill.manifestAsBuilt),
      signature: toJson(skill.signature),
      payloadSha256: skill.payloadSha256,
      warnings: [],
      requiresReview: false,
      entries: skill.entries,
    },
  },
  'artifact.verify': {
    input: { artifact, trustStore: toJson(skill.trustStore), allowTofu: false, nowUnixMs: skill.verifiedAt },
    value: { report: toJsonObject(skill.report), trustStore: toJson(skill.trustStore) },
  },
  'trust.load': {
    input: { store: Buffer.from(`{"trusted_publishers": {" acme": ["${skill.publicKeyHex.toUpperCase()}"]}}`) },
    value: { trustStore: toJson(skill.trustStore) },
  },
  'trust.add': {
    input: { trustStore: none, publisher: 'acme', key: skill.publicKeyHex },
    value: { trustStore: toJson(skill.trustStore) },
  },
  'grants.derive': {
    input: { manifest },
    value: {
      grants: toJson(skill.grants),
      grantSet: toJson(skill.grants),
      bindings: toJson(skill.bindings),
      requests: toJson(skill.requests),
    },
  },
  'runtime.run': {
    input: {
      module: run.module,
      entrypoint: 'run',
      grants: toJsonObject(run.grants),
      limits: run.limits,
      fuelBudgets: [1n, 10_000_000n],
      timeoutMs: 750n,
    },
    value: { runs: run.answers },
  },
  'runner.run': {
    input: {
      input: Buffer.from(`{"module_base64": "${Buffer.from(run.module).toString('base64')}"}`),
      policy: toJsonObject(run.policy),
      installed: [],
      timeoutMs: 750n,
    },
    value: run.result,
  },
  'contracts.negotiate': {
    input: {
      declarations: toJson([{ kind: 'policy_signal_provider', version: 2n }]),
      capability_classes: toJson([]),
      adapters: toJson([]),
    },
    value: {
      mode: 'typed',
      ready: false,
      entries: toJson([
        {
          kind: 'policy_signal_provider',
          requested_version: 2n,
          status: 'rejected',
          adapter: null,
          descriptor: null,
          reasons: ['no-descriptor', 'no-adapter'],
        },
      ]),
    },
  },
} satisfies { readonly [O in Operation]: WorkedExample<O> };
