import type { Host } from '#reference/artifact/inspect.ts';
import type { Audit, AuditRequest } from '#reference/audit/audit.ts';
import { auditVerified } from '#reference/audit/run.ts';
import type { InstalledRecord } from '#reference/lifecycle/index/installed-index.ts';
import { readState } from '#reference/state/state.ts';
import type { TrustStore } from '#reference/trust/store.ts';
import { type Verification, verifyArtifact } from '#reference/trust/verify.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { auditLine } from './audit-output.ts';
import { changeReadably } from './change-readably.ts';
import { artifactPath } from './info.ts';
import { readInstalled } from './installed-artifact.ts';
import { loadLifecycle } from './lifecycle-state.ts';
import { selectRecords } from './selection.ts';
import { decideAgain, loadTrust, trustChange } from './trust.ts';

export interface AuditWish {
  readonly target:
    | { readonly kind: 'artifact'; readonly path: string; readonly bytes: Uint8Array }
    | { readonly kind: 'installed'; readonly skillId: string | undefined; readonly version: string | undefined };
  readonly keys: readonly TrustedKey[];
  readonly allowUntrusted: boolean;
  readonly request: AuditRequest;
  readonly host: Host;
}

export interface Audited {
  readonly source: 'artifact' | 'installed';
  readonly path: string;
  readonly audit: Audit;
}

interface Target {
  readonly source: Audited['source'];
  readonly path: string;
  readonly read: () => Result<Uint8Array>;
}

/** CMD-AUDIT-ADVISES: what is found is told and, of what is installed, written into the log. Nothing acts on it. */
export async function auditSkills(state: OpenState, wish: AuditWish): Promise<Result<readonly Audited[]>> {
  const trust = readState(state.root, (now) => loadTrust(state, now, wish.keys));
  if (!trust.ok) return trust;
  const targets = targetsOf(state, wish);
  if (!targets.ok) return targets;
  const audits: Audited[] = [];
  let { store } = trust.value;
  for (const { source, path, read } of targets.value) {
    const bytes = read();
    if (!bytes.ok) return bytes;
    const verification = verifyArtifact(bytes.value, { store, allowTofu: wish.allowUntrusted }, wish.host);
    if (!verification.ok) return verification;
    audits.push({ source, path, audit: await auditVerified(verification.value, wish.host, wish.request) });
    store = verification.value.store;
  }
  return record(state, wish, audits);
}

function targetsOf(state: OpenState, { target, host }: AuditWish): Result<readonly Target[]> {
  if (target.kind === 'artifact') return ok([{ source: 'artifact', path: target.path, read: () => ok(target.bytes) }]);
  return readState(state.root, (now) => {
    const lifecycle = loadLifecycle(now, { withStatuses: false });
    if (!lifecycle.ok) return lifecycle;
    const records = selectRecords(lifecycle.value.index, target.skillId, target.version);
    return records.ok ? ok(records.value.map((record) => installedTarget(state, record, host))) : records;
  });
}

/** Read when its turn comes, so that not all of them are held at once. */
function installedTarget(state: OpenState, record: InstalledRecord, host: Host): Target {
  const read = () => {
    const artifact = readState(state.root, (now) => readInstalled(now, record, host));
    return artifact.ok ? ok(artifact.value.bytes) : artifact;
  };
  return { source: 'installed', path: artifactPath(state, record), read };
}

function record(state: OpenState, wish: AuditWish, audits: readonly Audited[]): Result<readonly Audited[]> {
  return state.vault.exclusively(() =>
    changeReadably(state.root, (now) => {
      const trust = loadTrust(state, now, wish.keys);
      if (!trust.ok) return trust;
      const decided = decideAll(audits, trust.value.store, wish.allowUntrusted);
      if (!decided.ok) return decided;
      const trustFile = trustChange(state, trust.value, decided.value.store);
      if (!trustFile.ok) return trustFile;
      const logged = decided.value.audits.filter(({ source }) => source === 'installed');
      return ok({ change: { ...trustFile.value, logLines: logged.map(auditLine) }, value: decided.value.audits });
    }),
  );
}

function decideAll(audits: readonly Audited[], store: TrustStore, allowTofu: boolean) {
  const decided: Audited[] = [];
  let at = store;
  for (const each of audits) {
    const verification: Result<Verification> = decideAgain(each.audit.verification, { store: at, allowTofu });
    if (!verification.ok) return verification;
    decided.push({ ...each, audit: { ...each.audit, verification: verification.value } });
    at = verification.value.store;
  }
  return ok({ audits: decided, store: at });
}
