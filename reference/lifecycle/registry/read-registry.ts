import { join } from 'node:path';
import { limits } from '#spec/constants.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { Failure } from '#spec/failure.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { type Host, inspectArtifact } from '../../artifact/inspect.ts';
import { sha256Hex } from '../../artifact/payload.ts';
import { diskProblem } from '../../disk/problem.ts';
import { readRegularFile } from '../../disk/read-file.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { buildRegistryIndex } from './build-index.ts';
import { findArtifacts } from './find-artifacts.ts';
import { encodeRegistryIndex, type RegistryEntry, type RegistryIndex } from './registry-index.ts';

/** What a folder offers, each artifact of it read and looked through; one at a time, whatever their number. */
export function readRegistry(folder: string, host: Host, nowUnixMs: bigint): Result<RegistryIndex> {
  const paths = findArtifacts(folder);
  if (!paths.ok) return paths;
  const entries: RegistryEntry[] = [];
  for (const artifact of paths.value) {
    const bytes = readArtifact(folder, artifact);
    if (!bytes.ok) return bytes;
    const inspection = inspectArtifact(bytes.value, host);
    // REG-WHOLE: a registry that is damaged in one place is not to be trusted to be whole in another.
    if (!inspection.ok) return badArtifact(artifact, inspection.failure);
    const { skillId, version, publisher } = inspection.value.manifest;
    const artifactSha256 = sha256Hex(bytes.value);
    entries.push({ skillId, version, publisher, artifact, artifactSha256, artifactBytes: bytes.value.length });
  }
  return buildRegistryIndex(entries, nowUnixMs);
}

/** REG-DIGEST: the bytes that the entry was made from, or none. */
export function readRegistryArtifact(folder: string, entry: RegistryEntry): Result<Uint8Array> {
  const bytes = readArtifact(folder, entry.artifact);
  if (!bytes.ok || sha256Hex(bytes.value) === entry.artifactSha256) return bytes;
  return fail({ code: 'registry.changed', artifact: entry.artifact });
}

/** REG-INDEX-FILE: what the operating system said, where the index cannot be written. */
export function writeRegistryIndex(folder: string, index: RegistryIndex): string | undefined {
  try {
    replaceFile(join(folder, 'index.json'), encodeRegistryIndex(index), 0o644);
    return undefined;
  } catch (error) {
    return diskProblem(error);
  }
}

function readArtifact(folder: string, artifact: string): Result<Uint8Array> {
  const file = readRegularFile(join(folder, artifact), limits.artifactBytes);
  switch (file.kind) {
    case 'read':
      return ok(file.bytes);
    case 'too-large': {
      const { actual } = file;
      return badArtifact(artifact, { code: 'artifact.too-large', actual, limit: limits.artifactBytes });
    }
    case 'not-a-file':
      return fail({ code: 'registry.changed', artifact });
    case 'problem':
      return fail({ code: 'registry.unreadable', path: artifact, detail: file.detail });
    default:
      return file satisfies never;
  }
}

function badArtifact(artifact: string, failure: Failure) {
  return fail({ code: 'registry.bad-artifact', artifact, because: failure.code, says: describeFailure(failure) });
}
