import { limits } from '../constants.ts';
import type { Operation } from '../operations.ts';
import { i64, u64 } from './numbers.ts';
import { base64Of32Bytes, keyId } from './patterns.ts';
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

const a2uiBudget = object({
  max_ops_per_patch: u64,
  max_ops_per_tick: u64,
  max_queue_depth: u64,
  max_path_length: u64,
  max_apply_ms: u64,
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
  'a2ui.validate': {
    about: 'Judges a document as a host does.',
    input: { document: ref('bytes') },
    value: { document: ref('json') },
  },
  'a2ui.normalize': {
    about: 'Brings a document into the closed shape that a client shows.',
    input: { document: ref('json') },
    value: { document: ref('json') },
  },
  'a2ui.client-patch': {
    about: 'Applies a patch as a client does.',
    input: { state: ref('json'), patch: ref('json'), budget: a2uiBudget, clock: list(i64, { minItems: 1n }) },
    value: { state: ref('json') },
  },
  'a2ui.queue': {
    about: 'Works off one tick of the patches that wait for a document.',
    input: {
      document: ref('json'),
      patches: list(ref('json')),
      budget: a2uiBudget,
      clock: list(i64, { minItems: 1n }),
    },
    value: {
      document: ref('json'),
      applied: u64,
      remaining: u64,
      rejected: list(object({ index: u64, reason: string })),
    },
  },
  'a2ui.render': {
    about: 'Shows a document as HTML.',
    input: { document: ref('json') },
    value: { html: string },
  },
  'a2ui.submit': {
    about: 'Shows a document, lets a person fill in a form of it, and sends the form.',
    input: {
      document: ref('json'),
      componentId: string,
      steps: list({
        anyOf: [object({ field: string, entered: { anyOf: [string, boolean] } }), object({ patch: ref('json') })],
      }),
    },
    value: {
      event: nullable(object({ componentId: string, values: ref('json') })),
      blocked: list(object({ field: string, problem: { enum: ['required', 'email', 'min', 'max', 'step'] } })),
    },
  },
  'a2ui.patch': {
    about: 'Applies a patch to a state as a host does.',
    input: { state: ref('json'), patch: ref('bytes') },
    value: { state: ref('json') },
  },
};
