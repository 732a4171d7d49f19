import { jsonFile, toJson, toJsonObject } from '../../compile/plain.ts';
import type { Operation, OperationInput, OperationValue } from '../../operations.ts';
import { a2uiExamples } from './a2ui.ts';
import { artifact } from './artifact.ts';
import * as audit from './audit.ts';
import * as deployment from './deployment.ts';
import * as eligibility from './eligibility.ts';
import * as hooks from './hooks.ts';
import * as installed from './installed.ts';
import * as packages from './packages.ts';
import * as plugins from './plugins.ts';
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
export const workedExamples = {
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
  'audit.run': {
    input: {
      artifact,
      trustStore: toJson(skill.trustStore),
      allowTofu: false,
      policy: Buffer.from('{"max_exported_functions": 16}'),
      vulnerabilityFeed: null,
      nowUnixMs: skill.verifiedAt,
    },
    value: audit.value,
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
  'index.load': {
    input: { index: Buffer.from(jsonFile(installed.index)) },
    value: { index: toJson(installed.index) },
  },
  'lifecycle.step': {
    input: {
      state: toJson(installed.before),
      policy: { quarantine_new: false, reaudit_interval_ms: 21_600_000n },
      event: toJson(installed.event),
      nowUnixMs: installed.now,
    },
    value: {
      result: 'quarantined',
      state: toJson(installed.after),
      log: installed.log.map(toJson),
      journal: installed.journal.map(toJson),
      effects: installed.effects.map(toJson),
    },
  },
  'lifecycle.view': eligibility.view,
  'lifecycle.gate': eligibility.gate,
  'extension.transition': {
    input: { record: toJson(packages.quarantined), request: toJson(packages.request) },
    value: { record: toJsonObject(packages.enabled) },
  },
  'extension.evaluate': {
    input: { request: toJson(packages.question) },
    value: { result: toJsonObject(packages.answer) },
  },
  'profile.resolve': {
    input: { configured: ' Worker ', deploymentMode: 'local_desktop', networkedWorkers: false },
    value: deployment.value,
  },
  'plugins.load': plugins.load,
  'plugins.bind': plugins.bind,
  'plugins.remove': plugins.remove,
  'plugins.check': plugins.check,
  'plugins.grant': plugins.grant,
  'hooks.load': hooks.load,
  'hooks.change': hooks.change,
  'hooks.dispatch': hooks.dispatch,
  ...a2uiExamples,
} satisfies { readonly [O in Operation]: WorkedExample<O> };
