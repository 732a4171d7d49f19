import { type FurtherCheck, furtherChecks } from '#spec/audit.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Host } from '../artifact/inspect.ts';
import type { TrustStore } from '../trust/store.ts';
import { type Verification, verifyArtifact } from '../trust/verify.ts';
import type { Audit, AuditRequest, CheckRecord } from './audit.ts';
import { digestChecks } from './checks/digest-checks.ts';
import { entrypointCheck } from './checks/entrypoint-check.ts';
import { feedCheck } from './checks/feed-check.ts';
import { furtherModuleChecks } from './checks/further-module-checks.ts';
import { forbiddenChecks, scopeChecks, verifiedChecks, warningChecks } from './checks/manifest-checks.ts';
import { moduleChecks, presenceCheck } from './checks/module-checks.ts';
import { type ExaminedModule, examineModules } from './module/examine.ts';

/**
 * AUD-VERIFIED: what does not verify is refused as it is by verification, and only what does is looked at. A module that is
 * written as text is read in a thread of its own, hence the promise.
 */
export async function auditArtifact(
  artifact: Uint8Array,
  trust: { readonly store: TrustStore; readonly allowTofu: boolean },
  host: Host,
  request: AuditRequest,
): Promise<Result<Audit>> {
  const verification = verifyArtifact(artifact, trust, host);
  return verification.ok ? ok(await auditVerified(verification.value, host, request)) : verification;
}

/** Of an artifact that is verified already. */
export async function auditVerified(
  verification: Verification,
  host: Host,
  { policy, vulnerabilityFeed, nowUnixMs }: AuditRequest,
): Promise<Audit> {
  const { manifest, warnings, entries } = verification.inspection;
  const { readRoots, writeRoots } = manifest.capabilities.filesystem;
  const filesystemDeclared = readRoots.length > 0 || writeRoots.length > 0;
  const modules = await examineModules(entries, policy.maxModuleBytes);
  const vulnerabilityScan = feedCheck(vulnerabilityFeed);
  // AUD-CHECKS: none of them keeps another one from being made.
  const checks = [
    ...verifiedChecks,
    ...warningChecks(warnings),
    ...scopeChecks(manifest),
    ...forbiddenChecks(manifest, policy),
    presenceCheck(modules),
    ...modules.flatMap((module) => moduleChecks(module, { policy, filesystemDeclared })),
    vulnerabilityScan,
  ];
  const further = furtherRecords(verification, modules, host);
  // AUD-PASSED
  const failed = [...checks, ...[...further.values()].flat()].filter(({ status }) => status === 'fail');
  const passed = failed.length === 0;
  return {
    ...{ verification, policy, generatedAtUnixMs: nowUnixMs, checks, further, vulnerabilityScan, passed },
    shouldQuarantine: !passed,
    quarantineReasons: failed.map(({ message }) => message),
  };
}

function furtherRecords(
  { inspection }: Verification,
  modules: readonly ExaminedModule[],
  { names }: Host,
): ReadonlyMap<FurtherCheck, readonly CheckRecord[]> {
  const { manifest } = inspection;
  const memoryQuota = manifest.capabilities.quotas.maxMemoryBytes;
  const found = [
    ...modules.flatMap(({ path, outcome }) =>
      outcome.kind === 'read' ? furtherModuleChecks({ path, facts: outcome.facts, memoryQuota }) : [],
    ),
    ...entrypointCheck(manifest, modules, names).map((each) => ['default_entrypoint_export', each] as const),
    ...digestChecks(inspection, names),
  ];
  const further = new Map<FurtherCheck, readonly CheckRecord[]>();
  for (const id of furtherChecks) {
    const records = found.filter(([check]) => check === id).map(([, each]) => each);
    if (records.length > 0) further.set(id, records);
  }
  return further;
}
