import { verifiedEvent } from '#spec/constants.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { manifestToJson } from '../manifest/to-json.ts';
import { warningsToJson } from '../manifest/warnings.ts';
import { bindingsToJson, policyBindings } from './bindings.ts';
import { capabilityGrants, grantsToJson } from './grants.ts';
import type { Verification } from './verify.ts';

/** REPORT-FIELDS: what is written of an accepted artifact; a refused one has a failure and no report. */
export function verificationReport({ inspection, decision }: Verification, nowUnixMs: bigint): JsonObject {
  const { manifest, payloadSha256, warnings } = inspection;
  const bindings = bindingsToJson(policyBindings(manifest));
  return new Map<string, Json>([
    ['accepted', true],
    ['trust_decision', decision],
    ['payload_sha256', payloadSha256],
    ['manifest', manifestToJson(manifest)],
    ['manifest_warnings', warningsToJson(warnings)],
    ['capability_grants', grantsToJson(capabilityGrants(manifest))],
    ['policy_bindings', bindings],
    [
      'audit_event',
      new Map<string, Json>([
        ['event_kind', verifiedEvent],
        ['skill_id', manifest.skillId],
        ['publisher', manifest.publisher],
        ['version', manifest.version],
        ['payload_sha256', payloadSha256],
        ['trust_decision', decision],
        ['verified_at_unix_ms', nowUnixMs],
        ['policy_bindings', bindings],
      ]),
    ],
  ]);
}
