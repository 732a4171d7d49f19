import { resolve } from 'node:path';
import { readTrustStoreFile, trustStoreFile, writeTrustStoreFile } from '#reference/trust/file.ts';
import { emptyTrustStore, encodeTrustStore, parseTrustStore, type TrustStore } from '#reference/trust/store.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Shell } from '../cli/shell.ts';
import { canonicalPath, checkRecord, closeRecord, expectRecord, type RecordState } from './trust-record.ts';
import type { OpenVault } from './vault.ts';

/** Where a trust store is kept, and the vault that holds its integrity record. */
export interface TrustStorePlace {
  readonly path: string;
  readonly vault: OpenVault;
  readonly shell: Shell;
}

interface Loaded {
  readonly store: TrustStore;
  /** Undefined where there is no file. */
  readonly bytes: Uint8Array | undefined;
  readonly record: RecordState;
}

/**
 * Loads a store, decides over it, and saves what the decision made of it. A store that stays as it is needs no lock, so
 * many commands may use it at once, also where none of them may write. One that changes is decided over again if
 * another command was faster.
 */
export function useTrustStore<T extends { readonly store: TrustStore }>(
  place: TrustStorePlace,
  decide: (store: TrustStore) => Result<T>,
): Result<T> {
  const { vault } = place;
  const before = load(place);
  if (before.ok) {
    const answer = decide(before.value.store);
    const stays = !changes(answer, before.value);
    if (stays && before.value.record === 'closed') return answer;
    const kept = vault.exclusively(() =>
      settle(place, (now) => (isSame(now, before.value) ? answer : decide(now.store))),
    );
    // An open record accepts the store that is there, so closing it may be left to a command that can.
    return stays && before.value.record === 'open' && isUnwritable(kept) ? answer : kept;
  }
  // A record that does not fit may be one that another command is just about to write.
  if (before.failure.code !== 'trust.store-tampered') return before;
  const again = vault.exclusively(() => settle(place, (now) => decide(now.store)));
  return isUnwritable(again) ? before : again;
}

/** Here no other command comes between a store and its record. */
function settle<T extends { readonly store: TrustStore }>(
  place: TrustStorePlace,
  decide: (now: Loaded) => Result<T>,
): Result<T> {
  const now = load(place);
  if (!now.ok) return now;
  const answer = decide(now.value);
  const kept = changes(answer, now.value) ? save(place, now.value, answer.value.store) : settleRecord(place, now.value);
  return kept.ok ? answer : kept;
}

function changes<T extends { readonly store: TrustStore }>(
  answer: Result<T>,
  { bytes }: Loaded,
): answer is { readonly ok: true; readonly value: T } {
  return answer.ok && (bytes === undefined || Buffer.compare(encodeTrustStore(answer.value.store), bytes) !== 0);
}

function isUnwritable<T>(result: Result<T>): boolean {
  return !result.ok && result.failure.code === 'vault.unwritable';
}

function isSame(a: Loaded, b: Loaded): boolean {
  return a.bytes === undefined || b.bytes === undefined ? a.bytes === b.bytes : Buffer.compare(a.bytes, b.bytes) === 0;
}

function load({ path, vault, shell }: TrustStorePlace): Result<Loaded> {
  const absolute = resolve(shell.folder, path);
  const bytes = readTrustStoreFile(absolute);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok({ store: emptyTrustStore, bytes: undefined, record: 'closed' });
  const canonical = canonicalPath(absolute);
  if (!canonical.ok) return canonical;
  const record = checkRecord(canonical.value, bytes.value, vault);
  if (!record.ok) return record;
  const store = parseTrustStore(bytes.value);
  return store.ok ? ok({ store: store.value, bytes: bytes.value, record: record.value }) : store;
}

/** TRUST-INTEGRITY-RECORD: a store that is there before its record is believed once. */
function settleRecord({ path, vault, shell }: TrustStorePlace, { bytes, record }: Loaded): Result<undefined> {
  if (bytes === undefined || record === 'closed') return ok(undefined);
  const canonical = canonicalPath(resolve(shell.folder, path));
  return canonical.ok ? closeRecord(canonical.value, bytes, vault) : canonical;
}

/**
 * TRUST-INTEGRITY-RECORD: first a record that accepts the store before and after, then the store, then the record of
 * the new one. Until the store is replaced nothing has changed, and from then on it is recorded.
 */
function save(
  { path, vault, shell }: TrustStorePlace,
  { bytes: before }: Loaded,
  store: TrustStore,
): Result<undefined> {
  const after = trustStoreFile(store);
  if (!after.ok) return after;
  // Behind symbolic links, so that the file is replaced and not the link to it.
  const target = canonicalPath(resolve(shell.folder, path));
  if (!target.ok) return target;
  const recorded = expectRecord(target.value, { before, after: after.value }, vault);
  if (!recorded.ok) return recorded;
  const written = writeTrustStoreFile(target.value, after.value);
  // The new store is in force and recorded; a record that cannot be closed now is closed by the next command.
  if (written.ok && before !== undefined) closeRecord(target.value, after.value, vault);
  return written;
}
