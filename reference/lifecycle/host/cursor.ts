import { parseJson } from '#spec/json/parse.ts';
import type { Json } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { readI64, recordOf, required } from '../../record/read.ts';

/** HOOK-CURSOR: how far a host has come in the journal: the number of the last event that it has looked at. */
export interface Cursor {
  readonly seq: bigint;
}

const record = recordOf(
  { schemaVersion: required('schema_version', readI64), seq: required('journal_seq', readI64) },
  'refused',
);

/** Undefined where it is none. */
export function parseCursor(bytes: Uint8Array): Cursor | undefined {
  const json = parseJson(bytes);
  if (!json.ok || json.repeated.length > 0) return undefined;
  const read = record(json.value, '');
  return read.ok && read.value.schemaVersion === 1n && read.value.seq >= 0n ? { seq: read.value.seq } : undefined;
}

export function encodeCursor({ seq }: Cursor): Uint8Array {
  const fields = new Map<string, Json>([
    ['schema_version', 1n],
    ['journal_seq', seq],
  ]);
  return Buffer.from(encodePrettyJson(fields));
}
