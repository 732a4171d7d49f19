import { asciiLower } from '../../text/white-space.ts';
import { type SkillStatus, skillStatuses } from '../step/types.ts';

/** Whether a version may run. Nothing is said of a version that has no row. */
export type StatusAnswer =
  | { readonly ok: true; readonly status: SkillStatus | undefined }
  | { readonly ok: false; readonly detail: string };

interface Row {
  readonly skillId: string;
  readonly version: string;
  readonly status: string;
}

/** Ids are compared without regard to case, versions as they are. A text says why there are no rows. */
export function statusIn(rows: readonly Row[] | string, skillId: string, version: string): StatusAnswer {
  if (typeof rows === 'string') return { ok: false, detail: rows };
  const id = asciiLower(skillId);
  const row = rows.find((each) => asciiLower(each.skillId) === id && each.version === version);
  if (row === undefined) return { ok: true, status: undefined };
  const status = skillStatuses.find((each) => each === row.status);
  return status === undefined
    ? { ok: false, detail: `the status of ${skillId} ${version} is none` }
    : { ok: true, status };
}
