import { ok, type Result } from '#spec/result.ts';
import { type Host, type Inspection, inspectArtifact } from '../artifact/inspect.ts';
import { encodeHex } from '../text/hex.ts';
import { decideTrust, type TrustDecision } from './decide.ts';
import { normaliseTrustStore } from './normalise.ts';
import type { TrustStore } from './store.ts';

export interface Verification {
  readonly inspection: Inspection;
  readonly decision: TrustDecision;
  /** The normalised store, with a new pin where one was made. Whether to save it is the caller's choice. */
  readonly store: TrustStore;
}

/** TRUST-ORDER: what is wrong with the artifact comes before what is wrong with the store, and the decision last. */
export function verifyArtifact(
  artifact: Uint8Array,
  trust: { readonly store: TrustStore; readonly allowTofu: boolean },
  host: Host,
): Result<Verification> {
  const inspection = inspectArtifact(artifact, host);
  if (!inspection.ok) return inspection;
  const store = normaliseTrustStore(trust.store);
  if (!store.ok) return store;
  const answer = decideTrust(store.value, {
    publisher: inspection.value.manifest.publisher,
    keyHex: encodeHex(inspection.value.publicKey),
    allowTofu: trust.allowTofu,
  });
  return answer.ok ? ok({ inspection: inspection.value, ...answer.value }) : answer;
}
