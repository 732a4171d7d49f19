import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  checkIntegrityRecord,
  integrityRecordReference,
  integrityRecordValue,
  isOpenIntegrityRecord,
  openIntegrityRecordValue,
} from './integrity-record.ts';

const bytes = Buffer.from('{}');

test('the record stands in the global scope under the digest of the lower-cased path (TRUST-INTEGRITY-RECORD)', () => {
  const digest = createHash('sha256').update('/srv/palyra/trust-store.json').digest('hex');
  expect(integrityRecordReference('/srv/Palyra/trust-store.json')).toBe(
    `global/skills.trust_store.integrity.${digest.slice(0, 32)}`,
  );
});

test('a store is as it was recorded, or it is refused (TRUST-INTEGRITY-RECORD)', () => {
  const record = integrityRecordValue(bytes);
  expect(checkIntegrityRecord('store', bytes, record)).toEqual({ ok: true });
  expect(checkIntegrityRecord('store', Buffer.from('{ }'), record)).toMatchObject({
    failure: { code: 'trust.store-tampered', path: 'store' },
  });
});

test('without a record there is nothing to contradict (TRUST-INTEGRITY-RECORD)', () => {
  expect(checkIntegrityRecord('store', bytes, undefined)).toEqual({ ok: true });
});

test('while it is replaced, a store is as it was or as it will be (TRUST-INTEGRITY-RECORD)', () => {
  const record = openIntegrityRecordValue(bytes, Buffer.from('[]'));
  for (const content of ['{}', '[]']) {
    expect(checkIntegrityRecord('store', Buffer.from(content), record)).toEqual({ ok: true });
  }
  expect(checkIntegrityRecord('store', Buffer.from('[ ]'), record)).toMatchObject({
    failure: { code: 'trust.store-tampered' },
  });
  expect(isOpenIntegrityRecord(record)).toBe(true);
  expect(isOpenIntegrityRecord(integrityRecordValue(bytes))).toBe(false);
});
