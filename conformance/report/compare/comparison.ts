import type { Area } from '#spec/areas.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Requirement } from '#spec/generated/requirements.ts';
import type { OutcomeKind } from '../../outcome.ts';
import type { Verdict } from '../../verdict.ts';
import type { FooterLine, HeaderLine, Report, RequirementSet, RequirementStatus, RunVerdict } from '../lines.ts';

export interface NamedReport {
  /** The heading of its column; no two are alike. */
  readonly name: string;
  readonly report: Report;
}

/** Several reports side by side: the n-th cell of every row belongs to the n-th subject. */
export interface Comparison {
  readonly subjects: readonly ComparedSubject[];
  /** Whether the reports know of different cases, and were put side by side all the same. */
  readonly mixed: boolean;
  readonly filter: ComparisonFilter;
  /** Sorted by id. */
  readonly requirements: readonly RequirementRow[];
  /** Sorted by id. */
  readonly cases: readonly CaseRow[];
}

export interface ComparedSubject {
  readonly name: string;
  readonly subject: Pick<HeaderLine['subject'], 'name' | 'version' | 'language'>;
  readonly suite: HeaderLine['suite'];
  readonly plan: HeaderLine['plan'];
  readonly verdict: RunVerdict;
  readonly counts: FooterLine['counts'];
}

/** What is left out of the rows; an empty list leaves nothing out. */
export interface ComparisonFilter {
  readonly onlyDifferences: boolean;
  readonly areas: readonly Area[];
  readonly sets: readonly RequirementSet[];
  readonly requirements: readonly RequirementId[];
}

export interface RequirementRow {
  readonly id: RequirementId;
  readonly area: Area;
  readonly set: RequirementSet;
  readonly keyword: Requirement['keyword'];
  /** Null where the report says nothing of it. */
  readonly cells: readonly (RequirementStatus | null)[];
  /** Whether those that say something of it say different things. */
  readonly differs: boolean;
}

export interface CaseRow {
  readonly id: string;
  readonly requirements: readonly RequirementId[];
  /** Null where the report has no such case. */
  readonly cells: readonly (CaseCell | null)[];
  /** Where it was asked: not the same verdict, or not the same answer that is not the right one. */
  readonly differs: boolean;
}

export interface CaseCell {
  readonly verdict: Verdict;
  readonly outcome: OutcomeKind;
  readonly reason?: string;
  /** What was observed, in a few words. */
  readonly text: string;
}
