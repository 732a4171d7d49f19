import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Failure } from '#spec/failure.ts';
import type { RunnerErrorKind, RunnerTextField } from '#spec/runner.ts';
import type { StopCause } from '../engine/outcome.ts';
import type { RuntimeFailure } from '../failure.ts';

/** Every way in which a plugin is not run, or not to its end. */
export type RunnerFailure =
  | { readonly code: 'runner.disabled' }
  // From here on: the input. The path leads to the value, and is empty for the input itself.
  | { readonly code: 'runner.not-json'; readonly detail: string; readonly offset: number }
  | { readonly code: 'runner.repeated-field'; readonly path: string }
  | { readonly code: 'runner.unknown-field'; readonly path: string; readonly field: string }
  | { readonly code: 'runner.wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly code: 'runner.blank-field'; readonly field: RunnerTextField }
  // From here on: the module.
  | { readonly code: 'runner.inline-not-allowed' }
  | { readonly code: 'runner.inline-with-skill-field'; readonly field: RunnerTextField }
  | { readonly code: 'runner.two-modules' }
  | { readonly code: 'runner.bad-base64' }
  | { readonly code: 'runner.bad-entrypoint'; readonly value: string }
  | { readonly code: 'runner.no-module-source' }
  | { readonly code: 'runner.skills-unavailable'; readonly detail: string }
  | { readonly code: 'runner.not-installed'; readonly skillId: string; readonly version: string | undefined }
  | { readonly code: 'runner.bad-artifact'; readonly failure: Failure }
  | { readonly code: 'runner.unknown-tool'; readonly toolId: string }
  | { readonly code: 'runner.bad-module-path'; readonly path: string }
  | { readonly code: 'runner.unknown-module'; readonly path: string }
  | { readonly code: 'runner.several-modules'; readonly count: number }
  | { readonly code: 'runner.empty-module' }
  | { readonly code: 'runner.module-too-large'; readonly actual: number; readonly limit: bigint }
  // From here on: the capabilities.
  | {
      readonly code: 'runner.bad-capability';
      readonly class: CapabilityClass;
      readonly source: CapabilitySource;
      readonly value: string;
    }
  | { readonly code: 'runner.denied'; readonly class: CapabilityClass; readonly values: readonly string[] }
  // From here on: the run.
  | { readonly code: 'runner.bad-module'; readonly failure: RuntimeFailure }
  | { readonly code: 'runner.unlinkable'; readonly cause: StopCause }
  | { readonly code: 'runner.missing-export'; readonly entrypoint: string }
  | { readonly code: 'runner.execution-failed'; readonly cause: StopCause }
  | { readonly code: 'runner.limit-exceeded'; readonly cause: StopCause }
  | { readonly code: 'runner.timed-out'; readonly timeoutMs: bigint };

/** The list that an entry was found in. */
export type CapabilitySource = `capabilities.${CapabilityClass}` | `policy.allowed_${CapabilityClass}`;

const kindBehind = {
  'runner.disabled': 'Disabled',
  'runner.not-json': 'InvalidInput',
  'runner.repeated-field': 'InvalidInput',
  'runner.unknown-field': 'InvalidInput',
  'runner.wrong-type': 'InvalidInput',
  'runner.blank-field': 'InvalidInput',
  'runner.inline-not-allowed': 'InvalidInput',
  'runner.inline-with-skill-field': 'InvalidInput',
  'runner.two-modules': 'InvalidInput',
  'runner.bad-base64': 'InvalidInput',
  'runner.bad-entrypoint': 'InvalidInput',
  'runner.no-module-source': 'InvalidInput',
  'runner.skills-unavailable': 'RuntimeFailure',
  'runner.not-installed': 'InvalidInput',
  'runner.bad-artifact': 'InvalidInput',
  'runner.unknown-tool': 'InvalidInput',
  'runner.bad-module-path': 'InvalidInput',
  'runner.unknown-module': 'InvalidInput',
  'runner.several-modules': 'InvalidInput',
  'runner.empty-module': 'InvalidInput',
  'runner.module-too-large': 'QuotaExceeded',
  'runner.bad-capability': 'InvalidInput',
  'runner.denied': 'CapabilityDenied',
  'runner.bad-module': 'InvalidInput',
  'runner.unlinkable': 'InvalidInput',
  'runner.missing-export': 'InvalidInput',
  'runner.execution-failed': 'RuntimeFailure',
  'runner.limit-exceeded': 'QuotaExceeded',
  'runner.timed-out': 'TimedOut',
} as const satisfies Record<RunnerFailure['code'], RunnerErrorKind>;

interface RunnerRefusal {
  readonly ok: false;
  readonly kind: RunnerErrorKind;
  readonly failure: RunnerFailure;
}

export type RunnerResult<T> = { readonly ok: true; readonly value: T } | RunnerRefusal;

export function refuse(failure: RunnerFailure): RunnerRefusal {
  return { ok: false, kind: kindBehind[failure.code], failure };
}
