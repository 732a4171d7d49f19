import { step } from '#reference/lifecycle/step/step.ts';
import type { LifecycleEvent, Step } from '#reference/lifecycle/step/types.ts';
import { ok, type Result } from '#spec/result.ts';
import type { Shell } from '../../cli/shell.ts';
import type { OpenState } from '../state-root.ts';
import { actorOf } from './actor.ts';
import { changeReadably } from './change-readably.ts';
import { commandPolicy, loadLifecycle } from './lifecycle-state.ts';
import { changeFromStep } from './step-change.ts';

export interface Asker {
  readonly principal: string;
  readonly deviceId?: string | undefined;
  readonly channel?: string | undefined;
}

/** One event, decided over the state as it is and made as a whole. */
export function takeStep(
  { root }: OpenState,
  event: LifecycleEvent,
  { by, withStatuses }: { readonly by: Asker; readonly withStatuses: boolean },
  shell: Shell,
): Result<Step> {
  return changeReadably(root, (now) => {
    const before = loadLifecycle(now, { withStatuses });
    if (!before.ok) return before;
    const nowUnixMs = shell.nowUnixMs();
    const stepped = step(before.value, commandPolicy, event, nowUnixMs);
    if (!stepped.ok) return stepped;
    const change = changeFromStep(before.value, stepped.value, actorOf(by.principal, shell, nowUnixMs, by));
    return ok({ change, value: stepped.value });
  });
}
