import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { readTrustStoreFile, trustStoreFile, writeTrustStoreFile } from '#reference/trust/file.ts';
import {
  checkIntegrityRecord,
  integrityRecordReference,
  integrityRecordValue,
  isOpenIntegrityRecord,
  openIntegrityRecordValue,
} from '#reference/trust/integrity-record.ts';
import { emptyTrustStore, encodeTrustStore, parseTrustStore, type TrustStore } from '#reference/trust/store.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Shell } from '../cli/shell.ts';
import type { OpenVault } from './vault.ts';

/** Where a trust store is kept, and the vault that holds its integrity record. */
export interface TrustStorePlace {
  readonly path: string;
  readonly vault: OpenVault;
  readonly shell: Shell;
}

/** A record is open from before its store is replaced until after; a crash may leave it so. */
type RecordState = 'missing' | 'open' | 'closed';

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
  const kept = changes(answer, now.value) ? save(place, now.value, answer.value.store) : closeRecord(place, now.value);
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

/** A record that does not fit is a failure. */
function checkRecord(path: string, bytes: Uint8Array, vault: OpenVault): Result<RecordState> {
  const found = vault.get(integrityRecordReference(path));
  if (!found.ok) return found.failure.code === 'vault.not-found' ? ok('missing') : found;
  const record = Buffer.from(found.value).toString('latin1');
  const checked = checkIntegrityRecord(path, bytes, record);
  return checked.ok ? ok(isOpenIntegrityRecord(record) ? 'open' : 'closed') : checked;
}

/** TRUST-INTEGRITY-RECORD: a store that is there before its record is believed once. */
function closeRecord({ path, vault, shell }: TrustStorePlace, { bytes, record }: Loaded): Result<undefined> {
  if (bytes === undefined || record === 'closed') return ok(undefined);
  const canonical = canonicalPath(resolve(shell.folder, path));
  return canonical.ok ? putRecord(canonical.value, integrityRecordValue(bytes), vault) : canonical;
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
  const closed = integrityRecordValue(after.value);
  const first = before === undefined ? closed : openIntegrityRecordValue(before, after.value);
  const recorded = putRecord(target.value, first, vault);
  if (!recorded.ok) return recorded;
  const written = writeTrustStoreFile(target.value, after.value);
  // The new store is in force and recorded; a record that cannot be closed now is closed by the next command.
  if (written.ok && first !== closed) putRecord(target.value, closed, vault);
  return written;
}

function putRecord(canonical: string, record: string, vault: OpenVault): Result<undefined> {
  return vault.put(integrityRecordReference(canonical), Buffer.from(record));
}

/** Also of a file that is not there yet: what exists of its path is followed, and the rest will be made below it. */
function canonicalPath(path: string): Result<string> {
  try {
    return ok(realpathSync(path));
  } catch (error) {
    const detail = diskProblem(error);
    const above = dirname(path);
    if (detail !== 'ENOENT' || above === path) return fail({ code: 'trust.store-unreadable', path, detail });
    const folder = canonicalPath(above);
    return folder.ok ? ok(join(folder.value, basename(path))) : folder;
  }
}
