import type { BaselineFinding } from '#conformance/baseline/finding.ts';
import { levelOf } from '#conformance/plan/selection.ts';
import type { FooterLine, HeaderLine } from '#conformance/report/lines.ts';
import { exitCodes } from './exit.ts';

/** What a run ends in, apart from its lines. */
export interface RunEnd {
  readonly header: { readonly plan: Pick<HeaderLine['plan'], 'complete'> };
  readonly footer: Pick<FooterLine, 'verdict' | 'counts' | 'requirements' | 'stopped'>;
  /** Failures that the baseline excuses. */
  readonly known: number;
  /** Undefined where there is no baseline. */
  readonly findings: readonly BaselineFinding[] | undefined;
}

/**
 * A baseline never makes a subject conformant, but a gate may pass where every failure was known. One that is out of
 * date says nothing reliable, so that comes first; after a run that broke off it was not held against all of it.
 */
export function exitCodeOf(end: RunEnd): number {
  const { verdict, counts, stopped } = end.footer;
  if ((end.findings?.length ?? 0) > 0 && stopped === null) return exitCodes.baseline_out_of_date;
  if (verdict === 'not conformant' && (end.known === 0 || end.known < counts.fail)) return exitCodes.not_conformant;
  return verdict === 'incomplete' || (verdict === 'not conformant' && leavesOpen(end)) ? exitCodes.misuse : 0;
}

/** Whether the verdict would be `incomplete` if it were not for failures. */
function leavesOpen({ header, footer }: RunEnd): boolean {
  const { counts, requirements, stopped } = footer;
  const unanswered = counts.unsupported + counts['not-run'] > 0 || stopped !== null;
  const mayBeOpen = header.plan.complete || unanswered;
  return mayBeOpen && requirements.some((one) => one.status === 'open' && levelOf(one) === 'must');
}
