import { limits } from '../constants.ts';
import type { Operation } from '../operations.ts';
import { a2uiSchemas } from './a2ui.ts';
import { auditValue } from './audit.ts';
import { gateValue, skillFacts, viewValue } from './eligibility.ts';
import { evaluationRequest, packageRecord } from './extensions.ts';
import { hookChange, hookDispatchValue, hookIndex, hookStatus } from './hooks.ts';
import { installedIndex, stepInput, stepValue } from './lifecycle.ts';
import { i64, u64 } from './numbers.ts';
import { base64Of32Bytes, keyId } from './patterns.ts';
import { pluginSchemas } from './plugins.ts';
import { auditPolicy, profile, profileManifest } from './profiles.ts';
import { installedSkill, negotiationEntry, run, runResult } from './runtime.ts';
import { boolean, list, nullable, object, type Properties, ref, string, text, word } from './schema.ts';
import { actions, warningCodes } from './trust.ts';

const entry = object({
  name: string,
  size: { type: 'integer', minimum: 0n, maximum: BigInt(limits.entryBytes) },
  sha256: ref('sha256'),
});

/** TRUST-ADD: only the one publisher is judged, so the others may still be wrong. */
const storeAsItWas = object({
  trusted_publishers: { type: 'object', additionalProperties: list(string) },
  tofu_publishers: { type: 'object', additionalProperties: string },
});

interface OperationSchema {
  readonly about: string;
  /** The members of the input. */
  readonly input: Properties;
  /** The members of the value of an `ok`. */
  readonly value: Properties;
}

export const operationSchemas: { readonly [O in Operation]: OperationSchema } = {
  'manifest.parse': {
    about: 'Reads and validates the text of a manifest.',
    input: { text: ref('bytes') },
    value: { manifest: ref('manifest') },
  },
  'key.parse': {
    about: 'Reads a signing key in one of its forms.',
    input: { key: ref('bytes') },
    value: { seed: ref('bytes'), publicKeyBase64: text(base64Of32Bytes), keyId: text(keyId) },
  },
  'signature.verify': {
    about: 'Checks one Ed25519 signature over a message.',
    input: { publicKey: ref('bytes'), message: ref('bytes'), signature: ref('bytes') },
    value: {},
  },
  'artifact.build': {
    about: 'Packs and signs a skill.',
    input: {
      manifest: ref('bytes'),
      modules: ref('namedBytes'),
      assets: ref('namedBytes'),
      sbom: nullable(ref('bytes')),
      provenance: nullable(ref('bytes')),
      seed: ref('bytes'),
      nowUnixMs: i64,
    },
    value: {
      artifact: ref('bytes'),
      payloadSha256: ref('sha256'),
      manifest: ref('manifest'),
      signature: ref('signature'),
    },
  },
  'artifact.inspect': {
    about: 'Reads an artifact and checks everything but whether its signer is trusted.',
    input: { artifact: ref('bytes') },
    value: {
      manifest: ref('manifest'),
      signature: ref('signature'),
      payloadSha256: ref('sha256'),
      warnings: list(object({ code: word(...warningCodes), severity: { const: 'warning' } })),
      requiresReview: boolean,
      entries: list(entry, { maxItems: BigInt(limits.entries) }),
    },
  },
  'artifact.verify': {
    about: 'Inspects an artifact and decides whether its signer is trusted.',
    input: { artifact: ref('bytes'), trustStore: ref('json'), allowTofu: boolean, nowUnixMs: i64 },
    value: { report: ref('report'), trustStore: ref('trustStore') },
  },
  'trust.load': {
    about: 'Reads the content of a trust store; null stands for a file that does not exist.',
    input: { store: nullable(ref('bytes')) },
    value: { trustStore: ref('normalTrustStore') },
  },
  'trust.add': {
    about: 'Adds a key of a publisher to a trust store.',
    input: { trustStore: ref('json'), publisher: string, key: string },
    value: { trustStore: storeAsItWas },
  },
  'grants.derive': {
    about: 'Derives from a manifest what the skill may reach, and what a policy is asked.',
    input: { manifest: ref('bytes') },
    value: {
      grants: ref('grants'),
      grantSet: ref('grants'),
      bindings: list(ref('binding'), { uniqueItems: true }),
      requests: list(object({ principal: string, action: word(...actions), resource: string })),
    },
  },
  'audit.run': {
    about: 'Verifies an artifact as `artifact.verify` does, and holds what is in it against a policy.',
    input: {
      artifact: ref('bytes'),
      trustStore: ref('json'),
      allowTofu: boolean,
      policy: nullable(ref('bytes')),
      vulnerabilityFeed: nullable(string),
      nowUnixMs: i64,
    },
    value: auditValue,
  },
  'runtime.run': {
    about: 'Runs the entrypoint of a module once for each fuel budget, every time from the beginning.',
    input: {
      module: ref('bytes'),
      entrypoint: string,
      grants: ref('grants'),
      limits: object({ max_memory_bytes: u64, max_table_elements: u64, max_instances: u64 }),
      fuelBudgets: list(u64, { minItems: 1n, maxItems: 64n }),
      timeoutMs: nullable(u64),
    },
    value: { runs: list(run, { minItems: 1n, maxItems: 64n }) },
  },
  'runner.run': {
    about: 'Runs a plugin as the tool `palyra.plugin.run` does, under a policy.',
    input: {
      input: ref('bytes'),
      policy: ref('runnerPolicy'),
      installed: nullable(list(installedSkill)),
      timeoutMs: u64,
    },
    value: runResult,
  },
  'contracts.negotiate': {
    about: 'Compares the contracts that a plugin declares with what the host has to serve them.',
    input: { declarations: ref('json'), capability_classes: ref('json'), adapters: ref('json') },
    value: { mode: word('untyped_legacy', 'typed'), ready: boolean, entries: list(negotiationEntry) },
  },
  'index.load': {
    about: 'Reads the content of an index of installed skills; null stands for a file that does not exist.',
    input: { index: nullable(ref('bytes')) },
    value: { index: installedIndex },
  },
  'lifecycle.step': {
    about: 'Takes what a host knows about its skills through one event.',
    input: stepInput,
    value: stepValue,
  },
  'lifecycle.view': {
    about: 'Says what is installed, what of it may run, and what is audited again.',
    input: {
      state: ref('json'),
      statusesReadable: boolean,
      skills: list(skillFacts),
      device: list(string),
      node: list(string),
      reauditInterval: nullable(string),
      nowUnixMs: i64,
    },
    value: viewValue,
  },
  'lifecycle.gate': {
    about: 'Decides whether an agent may run what an input of `palyra.plugin.run` names.',
    input: { statuses: ref('json'), readable: boolean, index: ref('json'), input: ref('bytes') },
    value: gateValue,
  },
  'extension.transition': {
    about: 'Changes the status of a package of the extension registry.',
    input: { record: ref('json'), request: ref('json') },
    value: { record: packageRecord },
  },
  'extension.evaluate': {
    about:
      'Answers a question about a package: what its evaluation says, what it is granted, whether it may be enabled.',
    input: { request: evaluationRequest },
    value: { result: { type: 'object' } },
  },
  'profile.resolve': {
    about: 'Tells the deployment profile of a configuration, and what it means.',
    input: { configured: nullable(string), deploymentMode: nullable(string), networkedWorkers: boolean },
    value: { profile, manifest: profileManifest, runnerPolicy: ref('runnerPolicy'), auditPolicy },
  },
  ...pluginSchemas,
  'hooks.load': {
    about: 'Reads the bindings of hooks; null stands for a file that does not exist.',
    input: { bindings: nullable(ref('bytes')) },
    value: { index: hookIndex },
  },
  'hooks.change': {
    about: 'Binds a hook, switches it on or off, or removes it.',
    input: {
      bindings: nullable(ref('bytes')),
      plugins: list(string),
      change: hookChange,
      principal: string,
      nowUnixMs: i64,
    },
    value: { index: hookIndex },
  },
  'hooks.dispatch': {
    about: 'Runs the hooks of one event.',
    input: {
      bindings: nullable(ref('bytes')),
      plugins: nullable(ref('bytes')),
      installed: nullable(list(installedSkill)),
      statuses: nullable(list(hookStatus)),
      policy: ref('runnerPolicy'),
      timeoutMs: u64,
      event: string,
      payload: ref('json'),
    },
    value: hookDispatchValue,
  },
  ...a2uiSchemas,
};
