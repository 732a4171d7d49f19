import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import {
  checkIntegrityRecord,
  integrityRecordReference,
  integrityRecordValue,
  isOpenIntegrityRecord,
  openIntegrityRecordValue,
} from '#reference/trust/integrity-record.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { OpenVault } from './vault.ts';

/** A record is open from before its store is replaced until after; a crash may leave it so. */
export type RecordState = 'missing' | 'open' | 'closed';

/** A record that does not fit is a failure. */
export function checkRecord(path: string, bytes: Uint8Array, vault: OpenVault): Result<RecordState> {
  const found = vault.get(integrityRecordReference(path));
  if (!found.ok) return found.failure.code === 'vault.not-found' ? ok('missing') : found;
  const record = Buffer.from(found.value).toString('latin1');
  const checked = checkIntegrityRecord(path, bytes, record);
  return checked.ok ? ok(isOpenIntegrityRecord(record) ? 'open' : 'closed') : checked;
}

/**
 * TRUST-INTEGRITY-RECORD: before a store is replaced, a record that accepts it before and after; of the first store, the
 * record of what it will be.
 */
export function expectRecord(
  path: string,
  { before, after }: { readonly before: Uint8Array | undefined; readonly after: Uint8Array },
  vault: OpenVault,
): Result<undefined> {
  const record = before === undefined ? integrityRecordValue(after) : openIntegrityRecordValue(before, after);
  return putRecord(path, record, vault);
}

export function closeRecord(path: string, bytes: Uint8Array, vault: OpenVault): Result<undefined> {
  return putRecord(path, integrityRecordValue(bytes), vault);
}

function putRecord(canonical: string, record: string, vault: OpenVault): Result<undefined> {
  return vault.put(integrityRecordReference(canonical), Buffer.from(record));
}

/** Also of a file that is not there yet: what exists of its path is followed, and the rest will be made below it. */
export function canonicalPath(path: string): Result<string> {
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
