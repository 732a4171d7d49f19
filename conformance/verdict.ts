import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Operation } from '#spec/operations.ts';
import type { Origin } from './runner/origin.ts';

/** What became of one case. Only `pass` is green; `unsupported` is shown and counted, and proves nothing. */
export const verdicts = ['pass', 'fail', 'unsupported', 'observed'] as const;

export type Verdict = (typeof verdicts)[number];

export interface CaseResult {
  readonly id: string;
  readonly proves: readonly RequirementId[];
  readonly verdict: Verdict;
  readonly expected: string;
  readonly observed: string;
  readonly operation?: Operation;
  /** Of a refused case: the accepted one that it was made from, and the change. */
  readonly origin?: Origin;
  /** What the subject itself said, for people; never compared. */
  readonly native?: string;
}
