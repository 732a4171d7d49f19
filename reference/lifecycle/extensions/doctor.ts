import type { PackageStatus } from '#spec/extensions.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { capabilityDiff } from './grants.ts';
import type { Grant } from './record.ts';

/** EXT-DOCTOR: whether a package is ready, and if not, why; `granted` is null where nobody named any grants. */
export function examinePackage(
  requested: readonly Grant[],
  granted: readonly Grant[] | null,
  auditPassed: boolean,
): JsonObject {
  const { valid, missing, excess } = capabilityDiff(requested, granted ?? requested);
  const reasons: string[] = [];
  if (excess.length > 0) reasons.push('excess_capability_grant');
  if (missing.length > 0) reasons.push('missing_capability_grant');
  // An audit that fails always asks for quarantine as well.
  if (!auditPassed) reasons.push('quarantine_required', 'security_audit_failed');
  return new Map<string, Json>([
    ['status', reasons.length === 0 ? 'ready' : 'blocked'],
    ['reason_codes', reasons],
    ['record_status', recordStatus(auditPassed, valid)],
  ]);
}

function recordStatus(auditPassed: boolean, valid: boolean): PackageStatus {
  if (!auditPassed) return 'quarantined';
  return valid ? 'verified' : 'failed';
}
