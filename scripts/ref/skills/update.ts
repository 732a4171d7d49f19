import { currentOf, type SkillVersion } from '#reference/lifecycle/index/installed-index.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OpenState } from '../state-root.ts';
import type { TrustedKey } from '../trusted-keys.ts';
import { changeReadably } from './change-readably.ts';
import { loadLifecycle } from './lifecycle-state.ts';
import { loadTrust, trustChange } from './trust.ts';

/** Whether there is nothing to update; the keys of the command line are then kept, as they are by every other end. */
export function isCurrent(
  state: OpenState,
  { skillId, version }: SkillVersion,
  keys: readonly TrustedKey[],
): Result<boolean> {
  return state.vault.exclusively(() =>
    changeReadably(state.root, (now) => {
      const trust = loadTrust(state, now, keys);
      if (!trust.ok) return trust;
      const lifecycle = loadLifecycle(now, { withStatuses: false });
      if (!lifecycle.ok) return lifecycle;
      if (currentOf(lifecycle.value.index, skillId)?.version !== version) return ok({ change: {}, value: false });
      const change = trustChange(state, trust.value, trust.value.store);
      return change.ok ? ok({ change: change.value, value: true }) : change;
    }),
  );
}
