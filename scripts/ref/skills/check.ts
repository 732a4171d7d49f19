import type { Audit, AuditRequest } from '#reference/audit/audit.ts';
import { auditVerified } from '#reference/audit/run.ts';
import { type CheckStatus, checkStatusOf } from '#reference/lifecycle/view/eligibility.ts';
import { readState } from '#reference/state/state.ts';
import type { TrustStore } from '#reference/trust/store.ts';
import { type Verification, verifyArtifact } from '#reference/trust/verify.ts';
import type { Failure } from '#spec/failure.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { readInstalled } from './installed-artifact.ts';
import { selectRecords } from './selection.ts';
import { readShelf, type ShelfEntry, type ShelfOptions } from './shelf.ts';
import { loadTrust } from './trust.ts';

export interface CheckWish extends ShelfOptions {
  readonly skillId: string | undefined;
  readonly version: string | undefined;
  readonly keys: readonly TrustedKey[];
  readonly allowUntrusted: boolean;
  readonly audit: AuditRequest;
}

export interface Checked {
  readonly entry: ShelfEntry;
  readonly status: CheckStatus;
  /** Both are missing where verification has refused the artifact, for the reason that is given then. */
  readonly found: { readonly verification: Verification; readonly audit: Audit } | { readonly refused: Failure };
}

export interface Check {
  readonly results: readonly Checked[];
  /** Why no status is known, where they should be. */
  readonly problem: Failure | undefined;
}

/** All that could keep an installed skill from being used, asked without changing anything. */
export async function checkSkills(state: OpenState, wish: CheckWish): Promise<Result<Check>> {
  const trust = readState(state.root, (now) => loadTrust(state, now, wish.keys));
  if (!trust.ok) return trust;
  const shelf = readShelf(state, ({ index }) => selectRecords(index, wish.skillId, wish.version), wish);
  if (!shelf.ok) return shelf;
  const checked: Checked[] = [];
  for (const entry of shelf.value.entries) checked.push(await check(state, entry, trust.value.store, wish));
  return ok({ results: checked, problem: shelf.value.problem });
}

async function check(state: OpenState, entry: ShelfEntry, store: TrustStore, wish: CheckWish): Promise<Checked> {
  const { record, eligibility } = entry.inventory;
  const artifact = readState(state.root, (now) => readInstalled(now, record, wish.host));
  const verification = artifact.ok
    ? verifyArtifact(artifact.value.bytes, { store, allowTofu: wish.allowUntrusted }, wish.host)
    : artifact;
  if (!verification.ok) {
    const none = { trustAccepted: false, auditPassed: false, quarantineRequired: false };
    return { entry, status: checkStatusOf(eligibility, none), found: { refused: verification.failure } };
  }
  const audit = await auditVerified(verification.value, wish.host, wish.audit);
  const { passed: auditPassed, shouldQuarantine: quarantineRequired } = audit;
  const status = checkStatusOf(eligibility, { trustAccepted: true, auditPassed, quarantineRequired });
  return { entry, status, found: { verification: verification.value, audit } };
}
