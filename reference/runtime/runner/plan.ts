import { trim } from '../../text/white-space.ts';
import { capabilityGrants } from '../../trust/grants.ts';
import type { RunLimits } from '../engine/link.ts';
import { grantCapabilities } from './capabilities.ts';
import type { RunJob } from './execute.ts';
import { type RunnerResult, refuse } from './failure.ts';
import type { ModuleSource, SkillSource } from './module-source.ts';
import type { CapabilityLists, RunnerPolicy } from './policy.ts';

/** A run that has passed every check that comes before it. */
export interface RunPlan {
  readonly source: ModuleSource;
  readonly granted: CapabilityLists;
  readonly job: RunJob;
}

/** What is asked of a module, wherever it came from, before anything of it is compiled. */
export function planRun(
  source: ModuleSource,
  requested: CapabilityLists,
  policy: RunnerPolicy,
  timeoutMs: bigint,
): RunnerResult<RunPlan> {
  const { module, entrypoint, skill } = source;
  if (module.length === 0) return refuse({ code: 'runner.empty-module' });
  if (BigInt(module.length) > policy.maxModuleBytes) {
    return refuse({ code: 'runner.module-too-large', actual: module.length, limit: policy.maxModuleBytes });
  }
  const grants = grantCapabilities(requested, policy, skill && manifestLists(skill));
  if (!grants.ok) return grants;
  // RUN-SAME-SKILL: the last check there is, so that it never comes in the way of a refusal of the set `core`.
  if (skill !== undefined && !isOwnArtifact(skill)) {
    return refuse({ code: 'runner.other-skill', skillId: skill.skillId, version: skill.version });
  }
  const granted = grants.value;
  const quotas = skill?.manifest.capabilities.quotas;
  const job: RunJob = {
    // A view of an artifact would keep all of it alive.
    module: new Uint8Array(module),
    entrypoint,
    limits: limitsWithin(policy.limits, skill),
    grants: {
      http: granted.http_hosts,
      secret: granted.secrets,
      storage: granted.storage_prefixes,
      channel: granted.channels,
    },
    timeoutMs: quotas === undefined ? timeoutMs : least(timeoutMs, quotas.wallClockTimeoutMs),
  };
  return { ok: true, value: { source, granted, job } };
}

function isOwnArtifact({ skillId, version, manifest }: SkillSource): boolean {
  return trim(manifest.skillId) === trim(skillId) && trim(manifest.version) === trim(version);
}

function manifestLists({ manifest }: SkillSource): CapabilityLists {
  const { httpHosts, secretKeys, storagePrefixes, channels } = capabilityGrants(manifest);
  return { http_hosts: httpHosts, secrets: secretKeys, storage_prefixes: storagePrefixes, channels };
}

/** A manifest may lower what its author knows to be enough, and raise nothing. */
function limitsWithin(policy: RunLimits, skill: SkillSource | undefined): RunLimits {
  if (skill === undefined) return policy;
  const { fuelBudget, maxMemoryBytes } = skill.manifest.capabilities.quotas;
  return {
    ...policy,
    fuelBudget: least(policy.fuelBudget, fuelBudget),
    memoryBytes: least(policy.memoryBytes, maxMemoryBytes),
  };
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
