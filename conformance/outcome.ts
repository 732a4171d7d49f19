import type { Reply } from '#spec/operations.ts';
import type { Diagnosis } from './diagnosis.ts';

/** What can become of a call; exactly one of them does. Only the first two can be what a case expects. */
export const outcomeKinds = [
  'ok',
  'reject',
  'unsupported',
  'fault',
  'crash',
  'timeout',
  'protocol-error',
  'not-run',
  'flaky',
  'harness-error',
] as const;

export type OutcomeKind = (typeof outcomeKinds)[number];

/** What one call to a connected subject brought. */
export type Observation =
  | Reply
  | {
      readonly outcome: 'crash' | 'timeout' | 'protocol-error';
      readonly diagnosis: Diagnosis;
      /** The end of what the subject wrote to standard error. */
      readonly stderr: string;
    };

/** What became of a case: an observation, or a word of the runner about why there is none to rely on. */
export type Outcome =
  | Observation
  | { readonly outcome: 'not-run'; readonly why: string }
  /** It was asked twice and the answers differ; which of them is right does not matter. */
  | { readonly outcome: 'flaky'; readonly diagnosis: Diagnosis; readonly first: string; readonly later: string }
  | { readonly outcome: 'harness-error'; readonly message: string };
