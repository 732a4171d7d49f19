import { lstatSync, statSync } from 'node:fs';
import { parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { statusesFromJson } from '#reference/lifecycle/step/step.ts';
import type { LifecyclePolicy, LifecycleState, StatusRow } from '#reference/lifecycle/step/types.ts';
import { layoutOf } from '#reference/state/layout.ts';
import type { StateSnapshot, StatusRow as StoredRow } from '#reference/state/state.ts';
import type { Json } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';

/** A command makes no plans for re-audits. */
export const commandPolicy: LifecyclePolicy = { quarantineNew: false, reauditIntervalMs: 0n };

/** Without the statuses for a command that decides nothing by them, so that a damaged journal does not stand in its way. */
export function loadLifecycle(now: StateSnapshot, { withStatuses }: { withStatuses: boolean }): Result<LifecycleState> {
  const bytes = now.index();
  if (!bytes.ok) return bytes;
  const index = parseIndex(bytes.value);
  if (!index.ok) return index;
  const statuses = withStatuses ? loadStatuses(now) : ok([]);
  if (!statuses.ok) return statuses;
  return ok({ index: index.value, statuses: statuses.value, nextReauditUnixMs: null });
}

export function loadStatuses(now: StateSnapshot): Result<readonly StatusRow[]> {
  const rows = now.statuses();
  return rows.ok ? statusesFrom(rows.value) : rows;
}

/** What another program has written is judged like any other input. */
export function statusesFrom(rows: readonly StoredRow[]): Result<readonly StatusRow[]> {
  const json = rows.map(
    (row): Json =>
      new Map<string, Json>([
        ['skill_id', row.skillId],
        ['version', row.version],
        ['status', row.status],
        ['reason', row.reason],
        ['detected_at_ms', row.detectedAtMs],
        ['operator_principal', row.operatorPrincipal],
        ['created_at_unix_ms', row.createdAtUnixMs],
        ['updated_at_unix_ms', row.updatedAtUnixMs],
      ]),
  );
  const statuses = statusesFromJson(json);
  // Here nobody asks for anything: what is too large is the state.
  if (statuses.ok || statuses.failure.code !== 'lifecycle.too-large') return statuses;
  return fail({ ...statuses.failure, code: 'lifecycle.bad-state' });
}

/** Before the first decision there is no journal, and a list cannot say what is in it. */
export function hasJournal({ root }: OpenState): boolean {
  const { data, journal } = layoutOf(root);
  const unless = { throwIfNoEntry: false } as const;
  if (lstatSync(data, unless) === undefined) return false;
  // STATE-READ: something else in the place of its folder is no reason to take it for none.
  return lstatSync(journal, unless) !== undefined || statSync(data, unless)?.isDirectory() !== true;
}
