import { type RecordField, recordFields } from '#fixtures/artifact/record.ts';
import type { Case } from '../../case.ts';
import { insert, put, refusals } from '../../rows.ts';
import { editRecord, minimal, opened, withRecord } from './given.ts';

const proves = ['ART-SIGNATURE-RECORD'] as const;
const inArray = 'artifact/record-as-array';
const bad = refusals(proves, minimal, 'artifact.bad-signature-record');
const badArray = refusals(['ART-SIGNATURE-ARRAY'], inArray, 'artifact.bad-signature-record');

const record = ['artifact', 'signing', 'record'] as const;
const extra = [...record, 'extra', 0] as const;
const text = [...record, 'text'] as const;
const time = (literal: string) => editRecord('signed_at_unix_ms', literal);

export const signatureRecord: readonly Case[] = [
  opened('artifact/record-in-order', proves, undefined, ({ publisher, nowUnixMs }) => ({
    signature: { algorithm: 'ed25519-sha256', publisher, signed_at_unix_ms: nowUnixMs },
  })),
  opened('artifact/record-in-reverse', proves, withRecord({ layout: 'reversed keys' })),
  ...recordFields.map((field) =>
    bad(`artifact/record-without-${dashed(field)}`, insert([...record, 'omit', 0], field)),
  ),
  ...recordFields.map((field) => bad(`artifact/record-with-null-as-${dashed(field)}`, editRecord(field, 'null'))),
  bad('artifact/record-with-number-as-algorithm', editRecord('algorithm', '1')),
  bad('artifact/record-with-list-as-publisher', editRecord('publisher', '["a"]')),
  bad('artifact/record-with-unknown-field', insert(extra, '"comment": ""')),
  bad('artifact/record-with-field-in-upper-case', insert(extra, '"Algorithm": "ed25519-sha256"')),
  bad('artifact/record-with-field-twice', insert(extra, '"algorithm": "ed25519-sha256"')),
  bad('artifact/record-with-field-twice-in-two-spellings', insert(extra, '"\\u0061lgorithm": "ed25519-sha256"')),
  bad('artifact/record-is-null', put(text, 'null')),
  bad('artifact/record-is-text', put(text, '"ed25519-sha256"')),
  bad('artifact/record-is-empty', put(text, '')),
  bad('artifact/record-is-empty-object', put(text, '{}')),
  bad('artifact/record-is-no-json', put(text, 'signature')),
  bad('artifact/record-is-not-utf8', put(text, Uint8Array.from([0x22, 0xff, 0x22]))),
  bad('artifact/time-with-fraction', time('1.0')),
  bad('artifact/time-with-exponent', time('1e3')),
  bad('artifact/time-minus-0', time('-0')),
  bad('artifact/time-as-text', time('"1750000000000"')),
  bad('artifact/time-above-i64', time('9223372036854775808')),
  bad('artifact/time-below-i64', time('-9223372036854775809')),
  bad('artifact/time-beyond-64-bits', time('18446744073709551616')),

  opened(inArray, ['ART-SIGNATURE-ARRAY'], withRecord({ layout: 'array' })),
  badArray('artifact/record-as-array-of-6', insert([...record, 'omit', 0], 'signed_at_unix_ms')),
  badArray('artifact/record-as-array-of-8', insert(extra, '0')),
];

export const signedAt: readonly Case[] = [
  signedAtTime('zero', 0n),
  signedAtTime('before-1970', -5n),
  signedAtTime('largest', 2n ** 63n - 1n),
  signedAtTime('smallest', -(2n ** 63n)),
];

function signedAtTime(what: string, signedAtUnixMs: bigint): Case {
  return opened(
    `artifact/time-${what}`,
    ['ART-SIGNED-AT'],
    (base) => ({ ...base, signing: { ...base.signing, signedAtUnixMs } }),
    () => ({ signature: { signed_at_unix_ms: signedAtUnixMs } }),
  );
}

function dashed(field: RecordField): string {
  return field.replaceAll('_', '-');
}
