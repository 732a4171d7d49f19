import { type Host, type Inspection, inspectArtifact } from '#reference/artifact/inspect.ts';
import { sha256Hex } from '#reference/artifact/payload.ts';
import type { InstalledRecord, SkillVersion } from '#reference/lifecycle/index/installed-index.ts';
import type { StateSnapshot } from '#reference/state/state.ts';
import { asciiLower } from '#reference/text/white-space.ts';
import { limits } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';

export interface InstalledArtifact {
  readonly bytes: Uint8Array;
  readonly inspection: Inspection;
}

/** CMD-INSTALLED-ARTIFACT: whole, of this version, and the one that was installed. */
export function readInstalled(now: StateSnapshot, record: InstalledRecord, host: Host): Result<InstalledArtifact> {
  const { skillId, version } = record;
  const bytes = readBytes(now, record);
  if (!bytes.ok) return bytes;
  const inspection = inspectArtifact(bytes.value, host);
  if (!inspection.ok) return inspection;
  const { manifest } = inspection.value;
  if (manifest.skillId !== skillId || manifest.version !== version) {
    const found = { skillId: manifest.skillId, version: manifest.version };
    return fail({ code: 'installed.other-identity', skillId, version, found });
  }
  if (sha256Hex(bytes.value) !== asciiLower(record.artifactSha256)) {
    return fail({ code: 'installed.artifact-changed', skillId, version });
  }
  return ok({ bytes: bytes.value, inspection: inspection.value });
}

function readBytes(now: StateSnapshot, { skillId, version }: SkillVersion): Result<Uint8Array> {
  const file = now.artifact(skillId, version, limits.artifactBytes);
  if (!file.ok) return file;
  const missing = (detail: string) => fail({ code: 'installed.artifact-missing', skillId, version, detail });
  switch (file.value.kind) {
    case 'read':
      return ok(file.value.bytes);
    case 'too-large':
      return fail({ code: 'artifact.too-large', actual: file.value.actual, limit: limits.artifactBytes });
    case 'not-a-file':
      return missing('it is not a file');
    case 'problem':
      return missing(file.value.detail);
    default:
      return file.value satisfies never;
  }
}
