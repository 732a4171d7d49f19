import type { Host } from '#reference/artifact/inspect.ts';
import { encodeIndex } from '#reference/lifecycle/index/installed-index.ts';
import { verificationReport } from '#reference/trust/report.ts';
import { type Verification, verifyArtifact } from '#reference/trust/verify.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { changeReadably } from './change-readably.ts';
import { readInstalled } from './installed-artifact.ts';
import { loadLifecycle } from './lifecycle-state.ts';
import { namedRecord } from './selection.ts';
import { loadTrust, trustChange } from './trust.ts';

export interface VerifyWish {
  readonly skillId: string;
  readonly version: string | undefined;
  readonly keys: readonly TrustedKey[];
  readonly allowUntrusted: boolean;
  readonly host: Host;
}

export interface Verified {
  readonly verification: Verification;
  readonly report: JsonObject;
}

/** Verifies an installed artifact again; its record then says what the decision is now. */
export function verifyInstalled(state: OpenState, wish: VerifyWish, nowUnixMs: bigint): Result<Verified> {
  return state.vault.exclusively(() =>
    changeReadably(state.root, (now) => {
      const trust = loadTrust(state, now, wish.keys);
      if (!trust.ok) return trust;
      const lifecycle = loadLifecycle(now, { withStatuses: false });
      if (!lifecycle.ok) return lifecycle;
      const { index } = lifecycle.value;
      const record = namedRecord(index, wish.skillId, wish.version);
      if (!record.ok) return record;
      const artifact = readInstalled(now, record.value, wish.host);
      if (!artifact.ok) return artifact;
      const { store } = trust.value;
      const verification = verifyArtifact(artifact.value.bytes, { store, allowTofu: wish.allowUntrusted }, wish.host);
      if (!verification.ok) return verification;
      const trustFile = trustChange(state, trust.value, verification.value.store);
      if (!trustFile.ok) return trustFile;
      const { decision, inspection } = verification.value;
      const seen = { ...record.value, trustDecision: decision, payloadSha256: inspection.payloadSha256 };
      const entries = index.entries.map((each) => (each === record.value ? seen : each));
      const report = verificationReport(verification.value, nowUnixMs);
      const change = {
        ...trustFile.value,
        index: encodeIndex({ updatedAtUnixMs: nowUnixMs, entries }),
        logLines: [
          { eventKind: 'skill.verified', timestampUnixMs: nowUnixMs, payload: logged(verification.value, report) },
        ],
      };
      return ok({ change, value: { verification: verification.value, report } });
    }),
  );
}

function logged({ inspection, decision }: Verification, report: JsonObject): Json {
  const { skillId, version, publisher } = inspection.manifest;
  return new Map<string, Json>([
    ['skill_id', skillId],
    ['version', version],
    ['publisher', publisher],
    ['payload_sha256', inspection.payloadSha256],
    ['trust_decision', decision],
    ['accepted', true],
    ['policy_bindings', report.get('policy_bindings') ?? []],
  ]);
}
