import type { Json, JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail } from '../../record/problem.ts';
import {
  listOf,
  nameAmong,
  orNull,
  type Reader,
  readAny,
  readI64,
  readText,
  recordOf,
  required,
  textUpTo,
} from '../../record/read.ts';
import { asciiLower } from '../../text/white-space.ts';
import { indexFromJson, indexToJson } from '../index/installed-index.ts';
import { compareAsText } from '../index/order.ts';
import { rowToJson } from './rows.ts';
import { type LifecycleState, type StatusRow, skillStatuses } from './types.ts';

/** LIFE-BULK */
export const mostRows = 1_000_000;

/** The longest reason is one that is joined from a whole list of them. */
const reasonBytes = 8 * 1024 * 1024;

export const readRow: Reader<StatusRow> = recordOf(
  {
    skillId: required('skill_id', readText),
    version: required('version', readText),
    status: required('status', nameAmong(skillStatuses)),
    reason: required('reason', orNull(textUpTo(reasonBytes))),
    detectedAtMs: required('detected_at_ms', readI64),
    operatorPrincipal: required('operator_principal', readText),
    createdAtUnixMs: required('created_at_unix_ms', readI64),
    updatedAtUnixMs: required('updated_at_unix_ms', readI64),
  },
  'refused',
);

const readState = recordOf(
  {
    index: required('index', readAny),
    statuses: required('statuses', listOf(readRow, mostRows)),
    nextReauditUnixMs: required('next_reaudit_unix_ms', orNull(readI64)),
  },
  'refused',
);

const readRows = listOf(readRow, mostRows);

/** LIFE-STATE, LIFE-STATUS-NAMES: the state apart from its index, then the index. */
export function stateFromJson(json: Json): Result<LifecycleState> {
  const state = readState(json, '');
  if (!state.ok) return fail(badState(problemDetail(state.problem), state.problem.kind === 'too-large'));
  const statuses = inOrder(state.value.statuses, 'statuses');
  if (!statuses.ok) return statuses;
  const index = indexFromJson(state.value.index);
  if (!index.ok) return index;
  return ok({ index: index.value, statuses: statuses.value, nextReauditUnixMs: state.value.nextReauditUnixMs });
}

/** The rows alone. */
export function statusesFromJson(json: Json): Result<readonly StatusRow[]> {
  const rows = readRows(json, 'statuses');
  if (!rows.ok) return fail(badState(problemDetail(rows.problem), rows.problem.kind === 'too-large'));
  return inOrder(rows.value, 'statuses');
}

export function stateToJson({ index, statuses, nextReauditUnixMs }: LifecycleState): JsonObject {
  return new Map<string, Json>([
    ['index', indexToJson(index)],
    ['statuses', statuses.map(rowToJson)],
    ['next_reaudit_unix_ms', nextReauditUnixMs],
  ]);
}

/** LIFE-ROW-IDS, LIFE-ROW-ORDER: ids in lower case, the rows in order, and one of each version. */
function inOrder(given: readonly StatusRow[], path: string): Result<readonly StatusRow[]> {
  const rows = given.map((row) => ({ ...row, skillId: asciiLower(row.skillId) })).toSorted(compareAsText);
  const twice = rows.some((row, place) => {
    const next = rows[place + 1];
    return next !== undefined && compareAsText(row, next) === 0;
  });
  return twice ? fail(badState({ path, detail: 'has two rows of one version' }, false)) : ok(rows);
}

function badState(where: { readonly path: string; readonly detail: string }, tooLarge: boolean) {
  return tooLarge
    ? ({ code: 'lifecycle.too-large', ...where } as const)
    : ({ code: 'lifecycle.bad-state', ...where } as const);
}
