import { auditDefaults } from '#spec/audit.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { AuditPolicy } from './audit.ts';

/** AUD-POLICY-DEFAULTS */
export const defaultAuditPolicy: AuditPolicy = {
  maxModuleBytes: auditDefaults.max_module_bytes,
  maxExportedFunctions: auditDefaults.max_exported_functions,
  allowDeviceCapabilities: auditDefaults.allow_device_capabilities,
  allowWildcardCapabilities: auditDefaults.allow_wildcard_capabilities,
};

/** The text of a policy: what it does not say is as by default. */
export function parseAuditPolicy(bytes: Uint8Array): Result<AuditPolicy> {
  const json = parseJson(bytes);
  // AUD-POLICY-JSON: nothing at all is no policy either, unlike no file.
  if (!json.ok) return fail({ code: 'audit.policy-json', detail: json.problem });
  if (!isJsonObject(json.value)) return badShape('it must be an object');
  const repeated = json.repeated.find((path) => path.length === 1);
  if (repeated !== undefined) return badShape(`the field ${JSON.stringify(repeated[0])} is repeated`);
  for (const [field, value] of json.value) {
    const complaint = complaintAbout(field, value);
    if (complaint !== undefined) return badShape(complaint);
  }
  return ok(policyFrom(json.value));
}

export function policyToJson(policy: AuditPolicy): JsonObject {
  return new Map<string, Json>([
    ['max_module_bytes', policy.maxModuleBytes],
    ['max_exported_functions', policy.maxExportedFunctions],
    ['allow_device_capabilities', policy.allowDeviceCapabilities],
    ['allow_wildcard_capabilities', policy.allowWildcardCapabilities],
  ]);
}

const defaults: ReadonlyMap<string, boolean | bigint> = new Map(Object.entries(auditDefaults));

/** AUD-POLICY-SHAPE: a field that is misspelt or of another type would quietly allow what it was to forbid. */
function complaintAbout(field: string, value: Json): string | undefined {
  const byDefault = defaults.get(field);
  if (byDefault === undefined) return `the field ${JSON.stringify(field)} is unknown`;
  if (typeof byDefault === 'boolean') return typeof value === 'boolean' ? undefined : `${field} must be true or false`;
  const isU64 = typeof value === 'bigint' && value >= 0n && value < 2n ** 64n;
  return isU64 ? undefined : `${field} must be an integer from 0 to 2^64 - 1`;
}

function policyFrom(json: JsonObject): AuditPolicy {
  const number = (field: string, byDefault: bigint) => {
    const value = json.get(field);
    return typeof value === 'bigint' ? value : byDefault;
  };
  return {
    maxModuleBytes: number('max_module_bytes', defaultAuditPolicy.maxModuleBytes),
    maxExportedFunctions: number('max_exported_functions', defaultAuditPolicy.maxExportedFunctions),
    allowDeviceCapabilities: json.get('allow_device_capabilities') === true,
    allowWildcardCapabilities: json.get('allow_wildcard_capabilities') === true,
  };
}

function badShape(detail: string) {
  return fail({ code: 'audit.policy-shape', detail });
}
