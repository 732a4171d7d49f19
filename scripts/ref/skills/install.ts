import type { Host } from '#reference/artifact/inspect.ts';
import { sha256Hex } from '#reference/artifact/payload.ts';
import type { Audit, AuditRequest } from '#reference/audit/audit.ts';
import { auditReport } from '#reference/audit/report.ts';
import { auditVerified } from '#reference/audit/run.ts';
import type { InstalledRecord, MissingSecret } from '#reference/lifecycle/index/installed-index.ts';
import { step } from '#reference/lifecycle/step/step.ts';
import type { AuditVerdict, LifecycleEvent, StepResult } from '#reference/lifecycle/step/types.ts';
import { readState } from '#reference/state/state.ts';
import { type Verification, verifyArtifact } from '#reference/trust/verify.ts';
import { ok, type Result } from '#spec/result.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import type { OpenState } from '../state-root.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { actorOf } from './actor.ts';
import { changeReadably } from './change-readably.ts';
import { installMetadata } from './install-metadata.ts';
import { commandPolicy, loadLifecycle } from './lifecycle-state.ts';
import { missingSecrets } from './missing-secrets.ts';
import { changeFromStep } from './step-change.ts';
import { decideAgain, loadTrust, trustChange } from './trust.ts';

export interface InstallWish {
  readonly kind: 'install' | 'update';
  readonly artifact: Uint8Array;
  readonly source: InstalledRecord['source'];
  readonly keys: readonly TrustedKey[];
  readonly allowUntrusted: boolean;
  readonly audit: AuditRequest;
  readonly quarantineNew: boolean;
  readonly host: Host;
}

type NewRecord = Extract<LifecycleEvent, { readonly kind: 'install' | 'update' }>['record'];

export interface Installation {
  readonly result: StepResult;
  readonly record: NewRecord;
}

/**
 * CMD-INSTALL-AUDITED: verified, then audited, and only then anything is laid down. The audit takes its time outside of the
 * lock; the decision about trust is made again inside, should another command have changed the store since.
 */
export async function installArtifact(
  state: OpenState,
  wish: InstallWish,
  shell: Shell,
): Promise<Outcome<Installation>> {
  const { artifact, keys, host } = wish;
  const before = readState(state.root, (now) => loadTrust(state, now, keys));
  if (!before.ok) return before;
  const allowTofu = wish.allowUntrusted;
  const verified = verifyArtifact(artifact, { store: before.value.store, allowTofu }, host);
  if (!verified.ok) return verified;
  const audit = await auditVerified(verified.value, host, wish.audit);
  const secrets = missingSecrets(verified.value.inspection.manifest, state.vault);
  if (!secrets.ok) return secrets;

  const made = state.vault.exclusively(() =>
    changeReadably<Result<Installation>>(state.root, (now) => {
      const trust = loadTrust(state, now, keys);
      if (!trust.ok) return trust;
      const verification = decideAgain(verified.value, { store: trust.value.store, allowTofu });
      if (!verification.ok) return verification;
      // CMD-TRUST-KEPT: whatever becomes of the rest.
      const trustFile = trustChange(state, trust.value, verification.value.store);
      if (!trustFile.ok) return trustFile;
      const lifecycle = loadLifecycle(now, { withStatuses: wish.quarantineNew });
      if (!lifecycle.ok) return lifecycle;
      const record = recordOf(verification.value, wish, secrets.value);
      const event = { kind: wish.kind, record, audit: verdictOf(audit) };
      const policy = { ...commandPolicy, quarantineNew: wish.quarantineNew };
      const nowUnixMs = shell.nowUnixMs();
      const stepped = step(lifecycle.value, policy, event, nowUnixMs);
      if (!stepped.ok) return ok({ change: trustFile.value, value: stepped });
      const { entries } = verification.value.inspection;
      const { skillId, version } = record;
      const files = { skillId, version, entries, artifact, metadata: installMetadata(record, nowUnixMs) };
      const change = changeFromStep(lifecycle.value, stepped.value, actorOf('system:install', shell, nowUnixMs), files);
      return ok({ change: { ...change, ...trustFile.value }, value: ok({ result: stepped.value.result, record }) });
    }),
  );
  if (!made.ok) return made;
  if (!made.value.ok || made.value.value.result !== 'refused-by-audit') return made.value;
  const { skillId, version } = made.value.value.record;
  return refuse({ code: 'cli.audit-refused', skillId, version, reasons: audit.quarantineReasons });
}

function recordOf(
  { inspection, decision }: Verification,
  { artifact, source }: InstallWish,
  secrets: readonly MissingSecret[],
): NewRecord {
  const { manifest, signature, payloadSha256 } = inspection;
  return {
    skillId: manifest.skillId,
    version: manifest.version,
    publisher: manifest.publisher,
    artifactSha256: sha256Hex(artifact),
    payloadSha256,
    signatureKeyId: signature.keyId,
    trustDecision: decision,
    source,
    missingSecrets: secrets,
  };
}

function verdictOf(audit: Audit): AuditVerdict {
  const { passed, shouldQuarantine, quarantineReasons } = audit;
  return { passed, shouldQuarantine, quarantineReasons, checks: auditReport(audit).get('checks') ?? [] };
}
