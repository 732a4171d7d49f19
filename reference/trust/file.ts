import { existsSync } from 'node:fs';
import { fail, ok, type Result } from '#spec/result.ts';
import { diskProblem } from '../disk/problem.ts';
import { readRegularFile } from '../disk/read-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { normaliseTrustStore } from './normalise.ts';
import { emptyTrustStore, encodeTrustStore, parseTrustStore, type TrustStore } from './store.ts';

const largestStoreBytes = 16 * 1024 * 1024;

/** TRUST-STORE-EMPTY: a path at which nothing can be found is an empty store. Loading writes nothing. */
export function loadTrustStore(path: string): Result<TrustStore> {
  const bytes = readTrustStoreFile(path);
  if (!bytes.ok) return bytes;
  return bytes.value === undefined ? ok(emptyTrustStore) : parseTrustStore(bytes.value);
}

/** The bytes alone, for whoever has to look at them first; undefined where there is no file. */
export function readTrustStoreFile(path: string): Result<Uint8Array | undefined> {
  if (!existsSync(path)) return ok(undefined);
  const file = readRegularFile(path, largestStoreBytes);
  switch (file.kind) {
    case 'read':
      return ok(file.bytes);
    case 'too-large':
      return unreadable(path, `it has ${file.actual} bytes, more than ${largestStoreBytes}`);
    case 'not-a-file':
      return unreadable(path, 'it is not a file');
    case 'problem':
      return unreadable(path, file.detail);
  }
}

/** TRUST-SAVE: writes the normalised form of the store, and nothing at all where it has none. */
export function saveTrustStore(path: string, store: TrustStore): Result<Uint8Array> {
  const bytes = trustStoreFile(store);
  if (!bytes.ok) return bytes;
  const written = writeTrustStoreFile(path, bytes.value);
  return written.ok ? bytes : written;
}

/** The bytes that a save writes, for whoever has to record them before. */
export function trustStoreFile(store: TrustStore): Result<Uint8Array> {
  const normalised = normaliseTrustStore(store);
  return normalised.ok ? ok(encodeTrustStore(normalised.value)) : normalised;
}

export function writeTrustStoreFile(path: string, bytes: Uint8Array): Result<undefined> {
  try {
    replaceFile(path, bytes);
    return ok(undefined);
  } catch (error) {
    return fail({ code: 'trust.store-unwritable', path, detail: diskProblem(error) });
  }
}

function unreadable(path: string, detail: string) {
  return fail({ code: 'trust.store-unreadable', path, detail });
}
