import {
  assetsFolder,
  limits,
  manifestEntry,
  moduleSuffix,
  modulesFolder,
  provenanceEntry,
  signatureAlgorithm,
  signatureEntry,
} from '#spec/constants.ts';
import type { NamedBytes } from '#spec/operations.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { withIntegrity } from '../manifest/integrity.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseManifest } from '../manifest/parse.ts';
import { encodeManifestToml } from '../manifest/to-toml.ts';
import { encodeBase64 } from '../text/base64.ts';
import { parsePath } from '../text/path.ts';
import { checkCompatibility } from './compatibility.ts';
import { writeArchive } from './container/write.ts';
import { type Host, inspectArtifact } from './inspect.ts';
import { integrityFiles } from './integrity.ts';
import { payloadSha256 } from './payload.ts';
import { type BuilderIdentity, generateProvenance, generateSbom } from './sidecar-documents.ts';
import { checkProvenance, checkSbom } from './sidecars.ts';
import { encodeSignatureRecord, type SignatureRecord } from './signature-record.ts';
import { sign } from './signing/sign.ts';
import type { SigningKey } from './signing/signing-key.ts';

export interface BuildInput {
  readonly manifest: Uint8Array;
  readonly modules: readonly NamedBytes[];
  readonly assets: readonly NamedBytes[];
  /** Null: a document is generated. */
  readonly sbom: Uint8Array | null;
  readonly provenance: Uint8Array | null;
  readonly key: SigningKey;
  readonly nowUnixMs: bigint;
}

export interface BuiltArtifact {
  readonly artifact: Uint8Array;
  readonly manifest: Manifest;
  readonly payloadSha256: string;
  readonly signature: SignatureRecord;
}

/** BUILD-ORDER: the steps stand here in the order in which their failures win. */
export function buildArtifact(input: BuildInput, host: Host, builder: BuilderIdentity): Result<BuiltArtifact> {
  const parsed = parseManifest(input.manifest);
  if (!parsed.ok) return parsed;
  const compatibility = checkCompatibility(parsed.value, host.runtime);
  if (!compatibility.ok) return compatibility;
  const sidecars = checkGivenSidecars(input);
  if (!sidecars.ok) return sidecars;

  const entries = new Map<string, Uint8Array>();
  const contents = addContents(entries, input);
  if (!contents.ok) return contents;
  const files = new Map(entries);
  const sbom = addEntry(entries, host.names.sbomEntry, input.sbom ?? generateSbom(parsed.value, files, builder));
  if (!sbom.ok) return sbom;
  const provenanceBytes = input.provenance ?? generateProvenance(parsed.value, files, builder);
  const provenance = addEntry(entries, provenanceEntry, provenanceBytes);
  if (!provenance.ok) return provenance;

  const manifest = withIntegrity(parsed.value, integrityFiles(entries));
  const toml = encodeManifestToml(manifest);
  if (!toml.ok) return toml;
  const added = addEntry(entries, manifestEntry, Buffer.from(toml.value));
  if (!added.ok) return added;

  const signature = signEntries(entries, manifest, input);
  const signed = addEntry(entries, signatureEntry, encodeSignatureRecord(signature));
  if (!signed.ok) return signed;

  const archive = writeArchive(entries);
  if (!archive.ok) return archive;
  // BUILD-VERIFIES: what this builder emits, this verifier accepts.
  const inspection = inspectArtifact(archive.value, host);
  if (!inspection.ok) return inspection;
  return ok({ artifact: archive.value, manifest, payloadSha256: signature.payloadSha256, signature });
}

function checkGivenSidecars(input: BuildInput): Result<undefined> {
  const sbom = input.sbom === null ? ok(undefined) : checkSbom(input.sbom);
  if (!sbom.ok || input.provenance === null) return sbom;
  return checkProvenance(input.provenance);
}

function addContents(entries: Map<string, Uint8Array>, input: BuildInput): Result<undefined> {
  for (const module of input.modules) {
    if (!module.path.endsWith(moduleSuffix)) return fail({ code: 'artifact.bad-module-name', path: module.path });
    const added = addFile(entries, modulesFolder, module);
    if (!added.ok) return added;
  }
  if (input.modules.length === 0) return fail({ code: 'artifact.no-module' });
  for (const asset of input.assets) {
    const added = addFile(entries, assetsFolder, asset);
    if (!added.ok) return added;
  }
  return ok(undefined);
}

function addFile(entries: Map<string, Uint8Array>, folder: string, file: NamedBytes): Result<undefined> {
  const path = parsePath(file.path);
  return path.ok ? addEntry(entries, `${folder}${path.value}`, file.bytes) : path;
}

function addEntry(entries: Map<string, Uint8Array>, name: string, bytes: Uint8Array): Result<undefined> {
  if (bytes.length > limits.entryBytes) {
    return fail({ code: 'artifact.entry-too-large', name, actual: bytes.length, limit: limits.entryBytes });
  }
  if (entries.has(name)) return fail({ code: 'artifact.duplicate-entry', name });
  entries.set(name, bytes);
  return ok(undefined);
}

function signEntries(entries: ReadonlyMap<string, Uint8Array>, manifest: Manifest, input: BuildInput): SignatureRecord {
  const digest = payloadSha256(entries);
  return {
    algorithm: signatureAlgorithm,
    publisher: manifest.publisher,
    keyId: input.key.keyId,
    publicKeyBase64: encodeBase64(input.key.publicKey),
    payloadSha256: digest,
    signatureBase64: encodeBase64(sign(input.key, Buffer.from(digest))),
    signedAtUnixMs: input.nowUnixMs,
  };
}
