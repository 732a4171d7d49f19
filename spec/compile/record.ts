import { parseJson } from '../json/parse.ts';
import { isJsonObject } from '../json/value.ts';
import type { Complaint, Source } from './complaint.ts';
import { jsonFile } from './plain.ts';

/** A file with one line for each id: the ledger, or the confirmations. */
export type IdRecord = ReadonlyMap<string, string>;

/** Reads such a file; one that does not exist yet has an empty text and no lines. */
export function parseRecord({ file, text }: Source): IdRecord | Complaint {
  if (text === '') return new Map();
  const complain = (problem: string) => ({ file, line: 1, problem, remedy: 'restore it from the last commit' });
  const json = parseJson(Buffer.from(text));
  if (!json.ok) return complain(`the file is not JSON: ${json.problem}`);
  const [repeated] = json.repeated;
  if (repeated !== undefined) return complain(`${repeated.join()} stands in it twice`);
  if (!isJsonObject(json.value)) return complain('the file is not an object');
  const record = new Map<string, string>();
  for (const [id, value] of json.value) {
    if (typeof value !== 'string') return complain(`${id} has no text`);
    record.set(id, value);
  }
  return record;
}

export function recordFile(record: IdRecord): string {
  return jsonFile(new Map([...record].sort(([a], [b]) => (a < b ? -1 : 1))));
}
