import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail, type RecordProblem } from '../../record/problem.ts';
import { listOf, optional, readI64, readU32, recordOf, required } from '../../record/read.ts';
import { badName } from './names.ts';
import { normalIndex } from './normal.ts';
import { readRecord } from './read-record.ts';
import type { InstalledRecord } from './record.ts';

export { compareVersions } from './order.ts';
export type { InstalledRecord, MissingSecret, SkillVersion } from './record.ts';
export { encodeIndex, indexToJson, recordToJson } from './to-json.ts';

/** Which versions of which skills are installed, and which of each skill is the current one. */
export interface InstalledIndex {
  readonly updatedAtUnixMs: bigint;
  /** In normal form: in order, and with one current record of every skill. */
  readonly entries: readonly InstalledRecord[];
}

/** IDX-ABSENT */
export const emptyIndex: InstalledIndex = { updatedAtUnixMs: 0n, entries: [] };

/** IDX-BULK: far above what anybody installs. */
export const mostRecords = 100_000;
const noRecords: readonly InstalledRecord[] = [];

const readDocument = recordOf(
  {
    schemaVersion: required('schema_version', readU32),
    updatedAtUnixMs: required('updated_at_unix_ms', readI64),
    entries: optional('entries', listOf(readRecord, mostRecords), noRecords),
  },
  'refused',
);

/** The content of the index file, undefined where there is none. */
export function parseIndex(bytes: Uint8Array | undefined): Result<InstalledIndex> {
  if (bytes === undefined) return ok(emptyIndex);
  const json = parseJson(bytes);
  // IDX-JSON: an empty file is no empty index.
  if (!json.ok) return fail({ code: 'index.json', detail: json.problem });
  const repeated = json.repeated.find(isOwnField);
  // IDX-REPEATED
  if (repeated !== undefined) return shape(repeated.join('.'), 'is given more than once');
  return indexFromJson(json.value);
}

/** IDX-READ-ORDER: its version, its shape, the names in it, then records that are there twice. */
export function indexFromJson(json: Json): Result<InstalledIndex> {
  if (!isJsonObject(json)) return shape('', 'must be an object');
  const current = toVersionOne(json);
  if (!current.ok) return current;
  const document = readDocument(current.value, '');
  if (!document.ok) return fail(asFailure(document.problem));
  const { updatedAtUnixMs, entries } = document.value;
  for (const [index, record] of entries.entries()) {
    const bad = badName(record);
    if (bad !== undefined)
      return fail({ code: 'index.bad-name', path: `entries[${index}].${bad.field}`, name: bad.name });
  }
  const normal = normalIndex({ updatedAtUnixMs, entries });
  const twice = normal.entries.find((record, index) => isSame(record, normal.entries[index + 1]));
  // IDX-DUPLICATES
  if (twice === undefined) return ok(normal);
  return fail({ code: 'index.duplicate-record', skillId: twice.skillId, version: twice.version });
}

/** The current version of a skill, undefined where it is not installed. */
export function currentOf(index: InstalledIndex, skillId: string): InstalledRecord | undefined {
  return index.entries.find((record) => record.current && record.skillId === skillId);
}

/** IDX-SCHEMA-VERSION, IDX-NO-VERSION: a document that says no version is of the time before there were any. */
function toVersionOne(json: JsonObject): Result<JsonObject> {
  const version = json.get('schema_version') ?? (json.has('schema_version') ? 'null' : 0n);
  if (version === 1n) return ok(json);
  if (version !== 0n) return fail({ code: 'index.schema-version', given: isScalar(version) ? `${version}` : 'a list' });
  const time = json.get('updated_at_unix_ms');
  return ok(new Map([...json, ['schema_version', 1n], ['updated_at_unix_ms', time === undefined ? 0n : time]]));
}

function isScalar(value: Json): value is string | number | bigint | boolean {
  return typeof value !== 'object';
}

/** Not one of the two objects that are kept as they are: there nobody has said what the fields are. */
function isOwnField(path: readonly string[]): boolean {
  return path[0] !== 'entries' || path.length < 4 || (path[2] !== 'security_scan' && path[2] !== 'rollback_snapshot');
}

function isSame(a: InstalledRecord, b: InstalledRecord | undefined): boolean {
  return a.skillId === b?.skillId && a.version === b.version;
}

function asFailure(problem: RecordProblem) {
  const where = problemDetail(problem);
  return problem.kind === 'too-large'
    ? ({ code: 'index.too-large', ...where } as const)
    : ({ code: 'index.shape', ...where } as const);
}

function shape(path: string, detail: string) {
  return fail({ code: 'index.shape', path, detail });
}
