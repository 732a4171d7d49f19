import { encodeArtifact } from '#fixtures/artifact/encode.ts';
import type { ArtifactModel, NamedContent } from '#fixtures/artifact/model.ts';
import { conforms } from '#fixtures/shape.ts';
import { forge } from '#fixtures/signing/forge.ts';
import { moduleBytes } from '#fixtures/wasm/module-content.ts';
import type { World } from '#fixtures/world.ts';
import { bytesOf, type Content, isContent } from '#fixtures/zip/content.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { Operation, OperationInput } from '#spec/operations.ts';
import type { Recipe, RecipeValue } from '../case.ts';
import { complain, done, type Outcome } from './complaint.ts';
import { type JsonModel, type Models, modelShapes, type RunnerModel, type SignatureModel } from './models.ts';

type Builders = { readonly [O in Operation]: (model: Models[O], world: World) => OperationInput<O> };

/** The input of one call, byte for byte the same whenever the recipe and the world are. */
export function buildInput(recipe: Recipe, world: World): Outcome<OperationInput<Operation>> {
  return build(recipe.operation, recipe.model, world);
}

function build<O extends Operation>(
  operation: O,
  model: RecipeValue,
  world: World,
): Outcome<OperationInput<Operation>> {
  const shape = modelShapes[operation];
  if (!conforms<Models[O]>(shape, model)) {
    return complain({ problem: 'malformed model', detail: shape.complain(model, 'model') ?? '' });
  }
  return done(builders[operation](model, world));
}

const builders: Builders = {
  'manifest.parse': ({ text }) => ({ text: bytesOf(text) }),
  'key.parse': ({ key }) => ({ key: bytesOf(key) }),
  'signature.verify': signatureInput,
  'artifact.build': (model) => ({
    manifest: bytesOf(model.manifest),
    modules: model.modules.map(named),
    assets: model.assets.map(named),
    sbom: bytesOrNull(model.sbom),
    provenance: bytesOrNull(model.provenance),
    seed: model.seed,
    nowUnixMs: model.nowUnixMs,
  }),
  'artifact.inspect': ({ artifact }, world) => ({ artifact: artifactBytes(artifact, world) }),
  'artifact.verify': ({ artifact, trustStore, allowTofu, nowUnixMs }, world) => ({
    artifact: artifactBytes(artifact, world),
    trustStore: jsonOf(trustStore),
    allowTofu,
    nowUnixMs,
  }),
  'trust.load': ({ store }) => ({ store: bytesOrNull(store) }),
  'trust.add': ({ trustStore, publisher, key }) => ({ trustStore: jsonOf(trustStore), publisher, key }),
  'grants.derive': ({ manifest }) => ({ manifest: bytesOf(manifest) }),
  'runtime.run': ({ module, grants, ...rest }) => ({
    ...rest,
    module: moduleBytes(module),
    grants: new Map(Object.entries(grants)),
  }),
  'runner.run': ({ input, policy, installed, timeoutMs }, world) => ({
    input: isJsonText(input) ? Buffer.from(encodeJson(jsonOf(input.json))) : bytesOf(input),
    policy: new Map(Object.entries(policy).map(([field, value]) => [field, jsonOf(value)])),
    installed:
      installed?.map(({ artifact, ...skill }) => ({
        ...skill,
        artifact: artifact === null ? null : artifactBytes(artifact, world),
      })) ?? null,
    timeoutMs,
  }),
  'a2ui.validate': ({ document }) => ({ document: bytesOf(document) }),
  'a2ui.normalize': ({ document }) => ({ document: jsonOf(document) }),
  'a2ui.render': ({ document }) => ({ document: jsonOf(document) }),
  'a2ui.submit': ({ document, componentId, steps }) => ({
    document: jsonOf(document),
    componentId,
    steps: steps.map((step) => ('patch' in step ? { patch: jsonOf(step.patch) } : step)),
  }),
  'a2ui.client-patch': ({ state, patch, ...rest }) => ({ ...rest, state: jsonOf(state), patch: jsonOf(patch) }),
  'a2ui.queue': ({ document, patches, ...rest }) => ({
    ...rest,
    document: jsonOf(document),
    patches: patches.map(jsonOf),
  }),
  'a2ui.patch': ({ state, patch }) => ({ state: jsonOf(state), patch: bytesOf(patch) }),
  'contracts.negotiate': ({ declarations, capability_classes, adapters }) => ({
    declarations: jsonOf(declarations),
    capability_classes: jsonOf(capability_classes),
    adapters: jsonOf(adapters),
  }),
};

function isJsonText(input: RunnerModel['input']): input is { readonly json: JsonModel } {
  return typeof input === 'object' && 'json' in input;
}

function signatureInput({ seed, message, form, shown }: SignatureModel): OperationInput<'signature.verify'> {
  const made = forge(form, seed, bytesOf(message));
  const signature = shown.flippedBit === undefined ? made.signature : flipped(made.signature, shown.flippedBit);
  return {
    publicKey: resized(shown.publicKey ?? made.publicKey, shown.publicKeyBytes),
    message: bytesOf(shown.message ?? message),
    signature: resized(signature, shown.signatureBytes),
  };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, index) => (index === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte));
}

function resized(bytes: Uint8Array, length = bytes.length): Uint8Array {
  const out = new Uint8Array(length);
  out.set(bytes.subarray(0, length));
  return out;
}

function artifactBytes(artifact: ArtifactModel | Content, world: World): Uint8Array {
  return isContent(artifact) ? bytesOf(artifact) : encodeArtifact(artifact, world.parameters.names);
}

function named({ path, bytes }: NamedContent): { readonly path: string; readonly bytes: Uint8Array } {
  return { path, bytes: bytesOf(bytes) };
}

function bytesOrNull(content: Content | null): Uint8Array | null {
  return content === null ? null : bytesOf(content);
}

/** A record becomes a Map, so that no key of it is special. */
function jsonOf(value: JsonModel): Json {
  if (isJsonList(value)) return value.map(jsonOf);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, each]) => [key, jsonOf(each)]));
}

function isJsonList(value: JsonModel): value is readonly JsonModel[] {
  return Array.isArray(value);
}
