import type { Json, JsonObject } from '#spec/json/value.ts';
import { asciiLower, trim } from '../../text/white-space.ts';
import { compareAsText } from '../index/order.ts';
import type { SkillVersion } from '../index/record.ts';
import type { SkillStatus, StatusRow } from './types.ts';

/** What somebody decides about a version. */
export interface Decision extends SkillVersion {
  readonly status: SkillStatus;
  readonly reason: string | null;
  readonly principal: string;
}

export function rowOf(rows: readonly StatusRow[], { skillId, version }: SkillVersion): StatusRow | undefined {
  const id = asciiLower(skillId);
  return rows.find((row) => row.skillId === id && row.version === version);
}

/** LIFE-UPSERT: everything is replaced but the time at which the row was made. */
export function rowFor(decision: Decision, before: StatusRow | undefined, nowUnixMs: bigint): StatusRow {
  return {
    skillId: asciiLower(decision.skillId),
    version: decision.version,
    status: decision.status,
    reason: reasonText(decision.reason),
    detectedAtMs: nowUnixMs,
    operatorPrincipal: decision.principal,
    createdAtUnixMs: before?.createdAtUnixMs ?? nowUnixMs,
    updatedAtUnixMs: nowUnixMs,
  };
}

/** The rows with others in the places of those of the same versions. */
export function withRows(rows: readonly StatusRow[], changed: readonly StatusRow[]): readonly StatusRow[] {
  const byVersion = new Map([...rows, ...changed].map((row) => [versionKey(row), row]));
  return [...byVersion.values()].sort(compareAsText);
}

/** LIFE-NAMES: two versions of skills have one key where the ids are the same in any case, and the versions exactly. */
export function versionKey({ skillId, version }: SkillVersion): string {
  return JSON.stringify([asciiLower(skillId), version]);
}

export function rowToJson(row: StatusRow): JsonObject {
  return new Map<string, Json>([
    ...decided(row),
    ['created_at_unix_ms', row.createdAtUnixMs],
    ['updated_at_unix_ms', row.updatedAtUnixMs],
  ]);
}

/** LIFE-LOG: a row without the times of the row itself. */
export function decisionToJson(row: StatusRow): JsonObject {
  return new Map(decided(row));
}

/** LIFE-REASON: a blank reason is none. */
function reasonText(reason: string | null): string | null {
  const trimmed = trim(reason ?? '');
  return trimmed === '' ? null : trimmed;
}

function decided(row: StatusRow): readonly [string, Json][] {
  return [
    ['skill_id', row.skillId],
    ['version', row.version],
    ['status', row.status],
    ['reason', row.reason],
    ['detected_at_ms', row.detectedAtMs],
    ['operator_principal', row.operatorPrincipal],
  ];
}
