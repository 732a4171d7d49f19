import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { readTrustStoreFile, saveTrustStore } from '#reference/trust/file.ts';
import {
  checkIntegrityRecord,
  integrityRecordReference,
  integrityRecordValue,
} from '#reference/trust/integrity-record.ts';
import { emptyTrustStore, encodeTrustStore, parseTrustStore, type TrustStore } from '#reference/trust/store.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Shell } from './shell.ts';
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
  /** Whether the vault has what it should have of these bytes. */
  readonly recorded: boolean;
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
    if (before.value.recorded && !changes(answer, before.value)) return answer;
    return vault.exclusively(() => settle(place, (now) => (isSame(now, before.value) ? answer : decide(now.store))));
  }
  // A record that does not fit may be one that another command is just about to write.
  if (before.failure.code !== 'trust.store-tampered') return before;
  const again = vault.exclusively(() => settle(place, (now) => decide(now.store)));
  return !again.ok && again.failure.code === 'vault.unwritable' ? before : again;
}

/** Here no other command comes between a store and its record. */
function settle<T extends { readonly store: TrustStore }>(
  place: TrustStorePlace,
  decide: (now: Loaded) => Result<T>,
): Result<T> {
  const now = load(place);
  if (!now.ok) return now;
  const answer = decide(now.value);
  const kept = changes(answer, now.value) ? save(place, answer.value.store) : recordFirst(place, now.value);
  return kept.ok ? answer : kept;
}

function changes<T extends { readonly store: TrustStore }>(
  answer: Result<T>,
  { bytes }: Loaded,
): answer is { readonly ok: true; readonly value: T } {
  return answer.ok && (bytes === undefined || Buffer.compare(encodeTrustStore(answer.value.store), bytes) !== 0);
}

function isSame(a: Loaded, b: Loaded): boolean {
  return a.bytes === undefined || b.bytes === undefined ? a.bytes === b.bytes : Buffer.compare(a.bytes, b.bytes) === 0;
}

function load({ path, vault, shell }: TrustStorePlace): Result<Loaded> {
  const absolute = resolve(shell.folder, path);
  const bytes = readTrustStoreFile(absolute);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return ok({ store: emptyTrustStore, bytes: undefined, recorded: true });
  const canonical = canonicalPath(absolute);
  if (!canonical.ok) return canonical;
  const recorded = checkRecord(canonical.value, bytes.value, vault);
  if (!recorded.ok) return recorded;
  const store = parseTrustStore(bytes.value);
  return store.ok ? ok({ store: store.value, bytes: bytes.value, recorded: recorded.value }) : store;
}

/** Says whether there is a record; one that does not fit is a failure. */
function checkRecord(path: string, bytes: Uint8Array, vault: OpenVault): Result<boolean> {
  const record = vault.get(integrityRecordReference(path));
  if (!record.ok) return record.failure.code === 'vault.not-found' ? ok(false) : record;
  const checked = checkIntegrityRecord(path, bytes, Buffer.from(record.value).toString('latin1'));
  return checked.ok ? ok(true) : checked;
}

/** TRUST-INTEGRITY-RECORD: a store that is there before its record is believed once. */
function recordFirst({ path, vault, shell }: TrustStorePlace, { bytes, recorded }: Loaded): Result<undefined> {
  return bytes === undefined || recorded ? ok(undefined) : putRecord(resolve(shell.folder, path), bytes, vault);
}

/** Behind symbolic links, so that the file is replaced and not the link to it. */
function save({ path, vault, shell }: TrustStorePlace, store: TrustStore): Result<undefined> {
  const absolute = resolve(shell.folder, path);
  const target = existsSync(absolute) ? canonicalPath(absolute) : ok(absolute);
  if (!target.ok) return target;
  const bytes = saveTrustStore(target.value, store);
  if (!bytes.ok) return bytes;
  return putRecord(target.value, bytes.value, vault);
}

function putRecord(path: string, storeBytes: Uint8Array, vault: OpenVault): Result<undefined> {
  const canonical = canonicalPath(path);
  if (!canonical.ok) return canonical;
  return vault.put(integrityRecordReference(canonical.value), Buffer.from(integrityRecordValue(storeBytes)));
}

function canonicalPath(path: string): Result<string> {
  try {
    return ok(realpathSync(path));
  } catch (error) {
    return fail({ code: 'trust.store-unreadable', path, detail: diskProblem(error) });
  }
}
