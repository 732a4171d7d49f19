import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '#spec/result.ts';

/** TRUST-INTEGRITY-RECORD: where in a vault the digest of a trust store is kept, by the store's canonical path. */
export function integrityRecordReference(canonicalPath: string): string {
  const digest = sha256(Buffer.from(canonicalPath.toLowerCase()));
  return `global/skills.trust_store.integrity.${digest.slice(0, 32)}`;
}

export function integrityRecordValue(storeBytes: Uint8Array): string {
  return sha256(storeBytes);
}

/** The record while a store is being replaced: cut short at any moment, it leaves one of the two. */
export function openIntegrityRecordValue(before: Uint8Array, after: Uint8Array): string {
  return `${sha256(before)} ${sha256(after)}`;
}

export function isOpenIntegrityRecord(record: string): boolean {
  return record.includes(' ');
}

/** Without a record there is nothing to compare; the caller writes the first one. */
export function checkIntegrityRecord(
  path: string,
  storeBytes: Uint8Array,
  record: string | undefined,
): Result<undefined> {
  return record === undefined || record.split(' ').includes(integrityRecordValue(storeBytes))
    ? ok(undefined)
    : fail({ code: 'trust.store-tampered', path });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
