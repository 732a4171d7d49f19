import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Parameters } from '#spec/subject.ts';
import type { InputReader } from '../subject/read-input.ts';
import { trustStoreFromJson, trustStoreToJson } from '../trust/store.ts';
import { defaultAuditPolicy, parseAuditPolicy, policyToJson } from './policy.ts';
import { recordToWire } from './report.ts';
import { auditArtifact } from './run.ts';

/** AUD-ORDER: the store as far as its shape goes, the policy, then the artifact. */
export async function runAudit(input: InputReader, host: Parameters): Promise<Result<OperationValue<'audit.run'>>> {
  const artifact = input.bytes('artifact');
  const allowTofu = input.flag('allowTofu');
  const nowUnixMs = input.integer('nowUnixMs');
  const vulnerabilityFeed = input.textOrNull('vulnerabilityFeed') ?? undefined;
  const text = input.bytesOrNull('policy');
  const store = trustStoreFromJson(input.json('trustStore'));
  if (!store.ok) return store;
  const policy = text === null ? ok(defaultAuditPolicy) : parseAuditPolicy(text);
  if (!policy.ok) return policy;
  const trust = { store: store.value, allowTofu };
  const audited = await auditArtifact(artifact, trust, host, { policy: policy.value, vulnerabilityFeed, nowUnixMs });
  if (!audited.ok) return audited;
  const { verification, checks, further, vulnerabilityScan, passed, shouldQuarantine, quarantineReasons } =
    audited.value;
  const { inspection, decision } = verification;
  const { manifest, payloadSha256, warnings } = inspection;
  const { skillId, version, publisher } = manifest;
  return ok({
    ...{ skillId, version, publisher, accepted: true, passed, shouldQuarantine },
    trustDecision: decision,
    payloadSha256,
    generatedAtUnixMs: nowUnixMs,
    policy: policyToJson(policy.value),
    manifestWarnings: warnings.map(({ code, severity }) => ({ code, severity })),
    checks: checks.map(recordToWire),
    further: new Map([...further].map(([id, records]) => [id, records.map(recordToWire)])),
    quarantineReasons: BigInt(quarantineReasons.length),
    vulnerabilityScan: recordToWire(vulnerabilityScan),
    trustStore: trustStoreToJson(verification.store),
  });
}
