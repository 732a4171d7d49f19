import type { Area } from '#spec/areas.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Requirement } from '#spec/generated/requirements.ts';
import type { Operation } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { DiagnosisCode } from '../diagnosis.ts';
import type { OutcomeKind } from '../outcome.ts';
import type { Verdict } from '../verdict.ts';

/**
 * The report of a run: a header, a line for each planned case in the order of the plan, and a footer. It holds nothing
 * that two runs of the same subject could differ in: no time, no machine, no path.
 *
 * In the file each line is an object that begins with `line`, its number, and `previous`, the chain of the line before,
 * and ends in `chain`, the SHA-256 of all of the line before that member; `report/stream.ts` writes it and
 * `report/verify.ts` checks it.
 */
export type ReportLine = HeaderLine | CaseLine | FooterLine;

export const reportFormat = 'palyra-conformance/1';

export interface HeaderLine {
  readonly kind: 'header';
  readonly format: typeof reportFormat;
  readonly suite: { readonly name: string; readonly version: string };
  /** What was asked: two reports can be compared or merged where these agree. */
  readonly digests: { readonly requirements: string; readonly cases: string; readonly plan: string };
  readonly plan: PlanSummary;
  readonly subject: Greeting;
}

export interface PlanSummary {
  readonly seed: string;
  /** Whether these are the committed vectors. */
  readonly frozen: boolean;
  readonly sets: readonly RequirementSet[];
  readonly areas: readonly Area[];
  readonly levels: readonly Level[];
  /** Globs over case ids, behind a `!` where they leave cases out; empty where all were meant. */
  readonly cases: readonly string[];
  /** `2/4`, or null where the run was not divided. */
  readonly shard: string | null;
  /** Whether it is all of the frozen cases of the chosen sets: only then may the verdict be `conformant`. */
  readonly complete: boolean;
  readonly planned: number;
}

export type RequirementSet = Requirement['set'];

export const levels = ['must', 'should', 'may'] as const;
export type Level = (typeof levels)[number];

export interface CaseLine {
  readonly kind: 'case';
  readonly id: string;
  readonly requirements: readonly RequirementId[];
  readonly operation: Operation;
  readonly verdict: Verdict;
  readonly expected: ExpectedText;
  readonly observed: ObservedText;
  /** Of a refused or changed case: the accepted one that it was made from, and the change. */
  readonly twin?: string;
  readonly edit?: string;
  readonly note?: string;
  /** Of a failure that the baseline knows of: its reason there. */
  readonly known?: string;
}

export interface ExpectedText {
  readonly outcome: 'ok' | 'reject' | 'observe';
  readonly reason?: FailureCode;
  /** What the case needs and the subject does not declare, so that it was only observed. */
  readonly undeclared?: readonly Feature[];
  /** In a few words, for people. */
  readonly text: string;
}

export interface ObservedText {
  readonly outcome: OutcomeKind;
  readonly reason?: string;
  readonly diagnosis?: DiagnosisCode;
  /** In a few words, for people: of an `ok` that is not as expected, where and how. */
  readonly text: string;
  /** What the subject itself said; never compared. */
  readonly native?: string;
  readonly stderr?: string;
}

export interface FooterLine {
  readonly kind: 'footer';
  readonly verdict: RunVerdict;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly outcomes: Readonly<Record<OutcomeKind, number>>;
  readonly requirements: readonly RequirementResult[];
  /** What is to be said of the adapter, each once. */
  readonly diagnoses: readonly DiagnosisCount[];
  /** Why the run ended before its plan did; null where it did not. */
  readonly stopped: string | null;
}

/**
 * `passed`: nothing that was asked failed, and it was not everything. `incomplete`: nothing failed, and not everything
 * that was planned could be asked.
 */
export type RunVerdict = 'conformant' | 'passed' | 'not conformant' | 'incomplete';

/**
 * What the cases say of one requirement. `open` is one that no case of the run answered: it was not supported, not
 * asked, or no operation of the protocol reaches it (`outside`). Of one that is `undeclared` every case needs a feature
 * that the subject does not declare, so that nothing was demanded. A SHOULD that is not met is `warned`; a MAY is only
 * `observed`.
 */
export const requirementStatuses = ['met', 'unmet', 'warned', 'open', 'undeclared', 'outside', 'observed'] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

export interface RequirementResult {
  readonly id: RequirementId;
  readonly keyword: Requirement['keyword'];
  readonly set: RequirementSet;
  readonly status: RequirementStatus;
}

export interface DiagnosisCount {
  readonly code: DiagnosisCode;
  readonly count: number;
  /** Of the first one. */
  readonly detail: string;
}

/** A whole report in memory, as the renderers take it. */
export interface Report {
  readonly header: HeaderLine;
  readonly cases: readonly CaseLine[];
  readonly footer: FooterLine;
}
