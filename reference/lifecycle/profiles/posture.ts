import type { Json, JsonObject } from '#spec/json/value.ts';
import type { ProfileId } from '#spec/profiles.ts';
import type { AuditPolicy } from '../../audit/audit.ts';
import { defaultAuditPolicy } from '../../audit/policy.ts';
import { defaultPolicy, type RunnerPolicy } from '../../runtime/runner/policy.ts';

interface Posture {
  readonly runner: RunnerPolicy;
  readonly audit: AuditPolicy;
}

const strictest: Posture = { runner: defaultPolicy, audit: defaultAuditPolicy };

/** PROF-RUNNER, PROF-AUDIT: where a host stands says nothing about the plugins on it, so no profile lets any of them do more. */
const postures: { readonly [id in ProfileId]: Posture } = {
  local: strictest,
  'single-vm': strictest,
  'worker-enabled': strictest,
};

/** What the runner allows as long as its operator says nothing else. */
export function runnerPolicyOf(profile: ProfileId): RunnerPolicy {
  return postures[profile].runner;
}

/** What an audit is held against as long as its operator says nothing else. */
export function auditPolicyOf(profile: ProfileId): AuditPolicy {
  return postures[profile].audit;
}

export function runnerPolicyToJson(policy: RunnerPolicy): JsonObject {
  const { limits, allowed } = policy;
  return new Map<string, Json>([
    ['enabled', policy.enabled],
    ['allow_inline_modules', policy.allowInlineModules],
    ['max_module_size_bytes', policy.maxModuleBytes],
    ['fuel_budget', limits.fuelBudget],
    ['max_memory_bytes', limits.memoryBytes],
    ['max_table_elements', limits.tableElements],
    ['max_instances', limits.instances],
    ['allowed_http_hosts', allowed.http_hosts],
    ['allowed_secrets', allowed.secrets],
    ['allowed_storage_prefixes', allowed.storage_prefixes],
    ['allowed_channels', allowed.channels],
  ]);
}
