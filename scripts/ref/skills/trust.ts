import type { StateSnapshot } from '#reference/state/state.ts';
import { encodeHex } from '#reference/text/hex.ts';
import { decideTrust } from '#reference/trust/decide.ts';
import { trustStoreFile } from '#reference/trust/file.ts';
import { normaliseTrustStore } from '#reference/trust/normalise.ts';
import { emptyTrustStore, parseTrustStore, type TrustStore } from '#reference/trust/store.ts';
import type { Verification } from '#reference/trust/verify.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import { checkRecord, closeRecord, type RecordState } from '../trust-record.ts';
import { addTrustedKeys, type TrustedKey } from '../trusted-keys.ts';

export interface LoadedTrust {
  /** With the keys of the command line. */
  readonly store: TrustStore;
  /** Undefined where there is no file. */
  readonly bytes: Uint8Array | undefined;
  readonly record: RecordState;
}

/** TRUST-INTEGRITY-RECORD: the store of a state, held against its record. */
export function loadTrust(
  { trustStore, vault }: OpenState,
  now: StateSnapshot,
  keys: readonly TrustedKey[],
): Result<LoadedTrust> {
  const bytes = now.trustStore();
  if (!bytes.ok) return bytes;
  const record = bytes.value === undefined ? ok('closed' as const) : checkRecord(trustStore, bytes.value, vault);
  if (!record.ok) return record;
  const store = bytes.value === undefined ? ok(emptyTrustStore) : parseTrustStore(bytes.value);
  if (!store.ok) return store;
  const added = addTrustedKeys(store.value, keys);
  return added.ok ? ok({ store: added.value, bytes: bytes.value, record: record.value }) : added;
}

/**
 * The decision about an artifact that has passed verification already, over the store as it is now: another command may have
 * changed it since. Nothing else of a verification looks at the store.
 */
export function decideAgain(
  { inspection }: Verification,
  { store, allowTofu }: { readonly store: TrustStore; readonly allowTofu: boolean },
): Result<Verification> {
  const normal = normaliseTrustStore(store);
  if (!normal.ok) return normal;
  const { publisher } = inspection.manifest;
  const answer = decideTrust(normal.value, { publisher, keyHex: encodeHex(inspection.publicKey), allowTofu });
  return answer.ok ? ok({ inspection, ...answer.value }) : answer;
}

/** What a change has to do with the store: nothing where the file stays as it is, but for a record that is not closed yet. */
export function trustChange(
  { trustStore, vault }: OpenState,
  { bytes, record }: LoadedTrust,
  store: TrustStore,
): Result<{ readonly trustStore?: Uint8Array }> {
  const after = trustStoreFile(store);
  if (!after.ok) return after;
  if (bytes === undefined || Buffer.compare(after.value, bytes) !== 0) return ok({ trustStore: after.value });
  const closed = record === 'closed' ? ok(undefined) : closeRecord(trustStore, bytes, vault);
  return closed.ok ? ok({}) : closed;
}
