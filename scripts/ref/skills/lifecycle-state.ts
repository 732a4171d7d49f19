import { existsSync } from 'node:fs';
import { parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { statusesFromJson } from '#reference/lifecycle/step/step.ts';
import type { LifecyclePolicy, LifecycleState, StatusRow } from '#reference/lifecycle/step/types.ts';
import { layoutOf } from '#reference/state/layout.ts';
import type { StateSnapshot } from '#reference/state/state.ts';
import type { Json } from '#spec/json/value.ts';
import { ok, type Result } from '#spec/result.ts';
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
  if (!rows.ok) return rows;
  // What another program has written is judged like any other input.
  const json = rows.value.map(
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
  return statusesFromJson(json);
}

/** Before the first decision there is no journal, and a list cannot say what is in it. */
export function hasJournal({ root }: OpenState): boolean {
  return existsSync(layoutOf(root).journal);
}
