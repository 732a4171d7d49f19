import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { CaseLine, RequirementResult, RequirementStatus } from '../lines.ts';
import { byId } from './by-id.ts';
import { type CompareProblem, comparableProblem } from './comparable.ts';
import { cellOf, comparedSubject } from './compare-reports.ts';
import type { CaseCell, ComparedSubject, NamedReport } from './comparison.ts';

/** What changed from one report to the next; the lists are sorted by id, and no case is in two of them. */
export interface Regressions {
  readonly before: ComparedSubject;
  readonly after: ComparedSubject;
  /** Passed before and does not now. */
  readonly broken: readonly ChangedCase[];
  /** Fails now, and was not asked, not answered or not there before. */
  readonly newlyFailing: readonly ChangedCase[];
  /** Passed before and is not there now. */
  readonly gone: readonly ChangedCase[];
  /** Did not pass before and does now. */
  readonly fixed: readonly ChangedCase[];
  readonly requirements: readonly ChangedRequirement[];
  /** Whether anything got worse. */
  readonly regressed: boolean;
}

export interface ChangedCase {
  readonly id: string;
  readonly requirements: readonly RequirementId[];
  /** Null where it was not there. */
  readonly before: CaseCell | null;
  readonly after: CaseCell | null;
}

/** One that was met before or is met now. */
interface ChangedRequirement {
  readonly id: RequirementId;
  readonly before: RequirementStatus | null;
  readonly after: RequirementStatus | null;
}

export type FoundRegressions =
  | { readonly ok: true; readonly regressions: Regressions }
  | { readonly ok: false; readonly problem: CompareProblem };

export function findRegressions(before: NamedReport, after: NamedReport, mixed = false): FoundRegressions {
  const problem = comparableProblem([before, after], mixed);
  if (problem !== undefined) return { ok: false, problem };
  const changes = changedCases(before.report.cases, after.report.cases);
  const ofKind = (wanted: Change) => changes.filter(({ change }) => change === wanted).map(({ changed }) => changed);
  const lists = { broken: ofKind('broken'), newlyFailing: ofKind('newlyFailing'), gone: ofKind('gone') };
  return {
    ok: true,
    regressions: {
      before: comparedSubject(before),
      after: comparedSubject(after),
      ...lists,
      fixed: ofKind('fixed'),
      requirements: changedRequirements(before, after),
      regressed: Object.values(lists).some(({ length }) => length > 0),
    },
  };
}

type Change = 'broken' | 'newlyFailing' | 'gone' | 'fixed' | 'none';

function changedCases(before: readonly CaseLine[], after: readonly CaseLine[]) {
  return byId<string, CaseLine>([before, after]).map(({ id, entries: [was, is] }) => {
    const changed: ChangedCase = {
      id,
      requirements: (is ?? was)?.requirements ?? [],
      before: was === undefined ? null : cellOf(was),
      after: is === undefined ? null : cellOf(is),
    };
    return { changed, change: changeOf(changed) };
  });
}

function changeOf({ before, after }: ChangedCase): Change {
  const passed = before?.verdict === 'pass';
  if (passed && after === null) return 'gone';
  if (passed) return after?.verdict === 'pass' ? 'none' : 'broken';
  if (after?.verdict === 'fail') return before?.verdict === 'fail' ? 'none' : 'newlyFailing';
  return after?.verdict === 'pass' && before !== null ? 'fixed' : 'none';
}

function changedRequirements(before: NamedReport, after: NamedReport): readonly ChangedRequirement[] {
  const results = [before, after].map(({ report }) => report.footer.requirements);
  return byId<RequirementId, RequirementResult>(results)
    .map(({ id, entries: [was, is] }) => ({ id, before: was?.status ?? null, after: is?.status ?? null }))
    .filter((one) => (one.before === 'met') !== (one.after === 'met'));
}
