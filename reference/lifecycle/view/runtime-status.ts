import type { QuarantineStatus, ShownStatus, StatusSource } from '#spec/eligibility.ts';
import { asciiLower } from '../../text/white-space.ts';
import type { StatusRow } from '../step/types.ts';
import { ByVersion } from './by-version.ts';

/** What an operator is told of a version. The last three are null where no row says them. */
export interface RuntimeStatus {
  readonly status: ShownStatus;
  readonly source: StatusSource;
  readonly quarantineStatus: QuarantineStatus;
  readonly reason: string | null;
  readonly detectedAtMs: bigint | null;
  readonly operatorPrincipal: string | null;
}

/** The rows to look in, undefined where they could not be read. */
export type StatusTable = ByVersion<StatusRow> | undefined;

/** VIEW-ROW-MATCH: an id in any case, a version letter for letter. */
export function statusTable(rows: readonly StatusRow[]): ByVersion<StatusRow> {
  return new ByVersion(rows, asciiLower);
}

const nobodySays = { reason: null, detectedAtMs: null, operatorPrincipal: null } as const;
/** VIEW-UNREADABLE */
const unreadable: RuntimeStatus = { status: 'unknown', source: 'unknown', quarantineStatus: 'unknown', ...nobodySays };
/** VIEW-NO-ROW */
const byDefault: RuntimeStatus = {
  status: 'active',
  source: 'default',
  quarantineStatus: 'not_quarantined',
  ...nobodySays,
};

export function runtimeStatusOf(table: StatusTable, skill: { skillId: string; version: string }): RuntimeStatus {
  if (table === undefined) return unreadable;
  const row = table.get(skill);
  if (row === undefined) return byDefault;
  // VIEW-ROW
  const { status, reason, detectedAtMs, operatorPrincipal } = row;
  const quarantineStatus = status === 'quarantined' ? 'quarantined' : 'not_quarantined';
  return { status, source: 'journal', quarantineStatus, reason, detectedAtMs, operatorPrincipal };
}
