import {
  manifestEntry,
  moduleSuffix,
  modulesFolder,
  type Names,
  provenanceEntry,
  type Runtime,
  signatureEntry,
} from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseManifest } from '../manifest/parse.ts';
import { requiresReview } from '../manifest/review.ts';
import { type ManifestWarning, manifestWarnings } from '../manifest/warnings.ts';
import { checkSignature } from './check-signature.ts';
import { checkCompatibility } from './compatibility.ts';
import { readArchive } from './container/read.ts';
import { checkIntegrity } from './integrity.ts';
import { payloadSha256 } from './payload.ts';
import { checkProvenance, checkSbom } from './sidecars.ts';
import { parseSignatureRecord, type SignatureRecord } from './signature-record.ts';

/** What the reader of an artifact brings along: the names it goes by and the version it is. */
export interface Host {
  readonly names: Names;
  readonly runtime: Runtime;
}

/** An artifact that is whole, unchanged and meant for this host. Whether its signer is trusted is another question. */
export interface Inspection {
  readonly manifest: Manifest;
  readonly signature: SignatureRecord;
  readonly publicKey: Uint8Array;
  readonly payloadSha256: string;
  readonly warnings: readonly ManifestWarning[];
  readonly requiresReview: boolean;
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

/** ART-VERIFY-ORDER: the steps stand here in the order in which their failures win. */
export function inspectArtifact(artifact: Uint8Array, host: Host): Result<Inspection> {
  const archive = readArchive(artifact);
  if (!archive.ok) return archive;
  const entries: ReadonlyMap<string, Uint8Array> = archive.value.entries;

  const manifestBytes = required(entries, manifestEntry);
  if (!manifestBytes.ok) return manifestBytes;
  const manifest = parseManifest(manifestBytes.value);
  if (!manifest.ok) return manifest;

  const contents = checkContents(entries, host.names);
  if (!contents.ok) return contents;

  const signatureBytes = required(entries, signatureEntry);
  if (!signatureBytes.ok) return signatureBytes;
  const signature = parseSignatureRecord(signatureBytes.value);
  if (!signature.ok) return signature;

  const computed = payloadSha256(entries);
  if (signature.value.payloadSha256 !== computed) {
    return fail({ code: 'artifact.payload-hash-mismatch', declared: signature.value.payloadSha256, computed });
  }
  const publicKey = checkSignature(signature.value, { payloadSha256: computed, publisher: manifest.value.publisher });
  if (!publicKey.ok) return publicKey;

  const integrity = checkIntegrity(manifest.value.integrity.files, entries);
  if (!integrity.ok) return integrity;
  const compatibility = checkCompatibility(manifest.value, host.runtime);
  if (!compatibility.ok) return compatibility;

  return ok({
    manifest: manifest.value,
    signature: signature.value,
    publicKey: publicKey.value,
    payloadSha256: computed,
    warnings: manifestWarnings(manifest.value),
    requiresReview: requiresReview(manifest.value),
    entries,
  });
}

/** ART-REQUIRED-ENTRIES: the bill of materials, the provenance, then a module. */
function checkContents(entries: ReadonlyMap<string, Uint8Array>, names: Names): Result<undefined> {
  const sbom = required(entries, names.sbomEntry);
  if (!sbom.ok) return sbom;
  const sbomCheck = checkSbom(sbom.value);
  if (!sbomCheck.ok) return sbomCheck;

  const provenance = required(entries, provenanceEntry);
  if (!provenance.ok) return provenance;
  const provenanceCheck = checkProvenance(provenance.value);
  if (!provenanceCheck.ok) return provenanceCheck;

  for (const name of entries.keys())
    if (name.startsWith(modulesFolder) && name.endsWith(moduleSuffix)) return ok(undefined);
  return fail({ code: 'artifact.missing-entry', name: `${modulesFolder}*${moduleSuffix}` });
}

function required(entries: ReadonlyMap<string, Uint8Array>, name: string): Result<Uint8Array> {
  const bytes = entries.get(name);
  return bytes === undefined ? fail({ code: 'artifact.missing-entry', name }) : ok(bytes);
}
