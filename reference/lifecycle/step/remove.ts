import { fail, ok, type Result } from '#spec/result.ts';
import { currentOf } from '../index/installed-index.ts';
import { normalIndex } from '../index/normal.ts';
import { namedVersion } from './named.ts';
import type { LifecycleState, Step } from './types.ts';

/** LIFE-REMOVE: the record goes, and its status stays for the day on which the version comes back. */
export function remove(
  state: LifecycleState,
  event: { readonly skillId: string; readonly version: string | null },
  nowUnixMs: bigint,
): Result<Step> {
  const named = namedVersion(state.index, event);
  if (!named.ok) return named;
  const { skillId, version } = named.value;
  // LIFE-INSTALLED
  const left = state.index.entries.filter((record) => record.skillId !== skillId || record.version !== version);
  if (left.length === state.index.entries.length) return fail({ code: 'lifecycle.not-installed', skillId, version });
  // LIFE-REMOVE-CURRENT
  const index = normalIndex({ updatedAtUnixMs: nowUnixMs, entries: left });
  const payload = new Map<string, string | readonly string[]>([
    ['skill_id', skillId],
    ['removed_versions', [version]],
  ]);
  return ok({
    result: 'removed',
    state: { ...state, index },
    log: [{ eventKind: 'skill.removed', timestampUnixMs: nowUnixMs, payload }],
    journal: [],
    effects: [
      { kind: 'remove-version', skillId, version },
      { kind: 'point-current', skillId, version: currentOf(index, skillId)?.version ?? null },
    ],
  });
}
