import type { HookEvent, HookFailureKind } from '#spec/hooks.ts';
import type { RunSuccess } from '../../runtime/runner/success.ts';
import type { SkillVersion } from '../index/record.ts';
import type { HookBinding } from './binding.ts';
import type { Decision, Resolution } from './decision.ts';

/** What became of one hook. */
export type HookOutcome =
  | {
      readonly kind: 'dispatched';
      readonly hook: HookBinding;
      readonly run: RunSuccess;
      /** Of an event of a run. */
      readonly decision: Decision | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly hook: HookBinding;
      readonly why: HookFailureKind;
      /** For people. */
      readonly detail: string;
      /** Once it is known which version of which skill it would have been. */
      readonly skill: SkillVersion | undefined;
    };

/** What became of one event. */
export interface Dispatch {
  readonly event: HookEvent;
  readonly outcomes: readonly HookOutcome[];
  /** HOOK-ABORT: why the hooks behind the last outcome were not looked at. */
  readonly aborted: string | undefined;
  /** Of an event of a run. */
  readonly resolution: Resolution | undefined;
}
