import { describeFailure } from '#spec/failure/describe.ts';
import type { Failure } from '#spec/failure.ts';
import type { Result } from '#spec/result.ts';
import type { Audit } from '../../audit/audit.ts';
import type { FileRead } from '../../disk/read-file.ts';
import type { Finding } from '../step/types.ts';

/** The artifact of a version, or what is said of one that cannot be looked at. */
export function artifactOf(file: Result<FileRead>): { readonly bytes: Uint8Array } | { readonly finding: Finding } {
  if (!file.ok) return { finding: missing(describeFailure(file.failure)) };
  switch (file.value.kind) {
    case 'read':
      return { bytes: file.value.bytes };
    case 'too-large':
      return { finding: { kind: 'refused', detail: `it has ${file.value.actual} bytes` } };
    case 'not-a-file':
      return { finding: missing('it is not a file') };
    case 'problem':
      return { finding: missing(file.value.detail) };
    default:
      return file.value satisfies never;
  }
}

function missing(detail: string): Finding {
  return { kind: 'missing', detail };
}

export function findingOf(audit: Result<Audit>, artifactSha256: string): Finding {
  if (!audit.ok) return refused(audit.failure);
  const { verification, shouldQuarantine, quarantineReasons: reasons } = audit.value;
  const { skillId, version } = verification.inspection.manifest;
  return { kind: 'audited', shouldQuarantine, reasons, artifactSha256, skillId, version };
}

function refused(failure: Failure): Finding {
  return { kind: 'refused', detail: describeFailure(failure) };
}
