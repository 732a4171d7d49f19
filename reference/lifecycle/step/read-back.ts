import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail, type RecordProblem } from '../../record/problem.ts';
import { recordToJson } from '../index/installed-index.ts';
import { readRecord } from '../index/read-record.ts';
import type { SkillVersion } from '../index/record.ts';
import { rowToJson } from './rows.ts';
import { mostRows, readRow } from './state-json.ts';
import type { LifecycleState, Step } from './types.ts';

/** LIFE-BULK: an event after which nobody could read the state again is refused. What was there before has been read. */
export function readBack(before: LifecycleState, step: Step): Result<Step> {
  const { index, statuses } = step.state;
  if (statuses !== before.statuses) {
    if (statuses.length > mostRows)
      return refused({ path: 'statuses', detail: `would be more than ${mostRows}` }, true);
    const known = new Set(before.statuses);
    for (const row of statuses) {
      const read = known.has(row) ? undefined : readRow(rowToJson(row), '');
      if (read?.ok === false) return refusedFor(read.problem);
    }
  }
  if (index !== before.index) {
    const known = new Set(before.index.entries.map(nameOf));
    for (const record of index.entries) {
      const read = known.has(nameOf(record)) ? undefined : readRecord(recordToJson(record), 'record');
      if (read?.ok === false) return refusedFor(read.problem);
    }
  }
  return ok(step);
}

function nameOf({ skillId, version }: SkillVersion): string {
  return JSON.stringify([skillId, version]);
}

function refusedFor(problem: RecordProblem) {
  return refused(problemDetail(problem), problem.kind === 'too-large');
}

function refused(where: { readonly path: string; readonly detail: string }, tooLarge: boolean) {
  const code = tooLarge ? 'lifecycle.too-large' : 'lifecycle.bad-event';
  return fail({ code, ...where });
}
