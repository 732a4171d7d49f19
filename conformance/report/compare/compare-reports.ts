import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { CaseLine, RequirementResult } from '../lines.ts';
import { areaOf } from '../render/by-area.ts';
import { requirementOf } from '../render/requirement-of.ts';
import { byId } from './by-id.ts';
import { type CompareProblem, comparableProblem } from './comparable.ts';
import type {
  CaseCell,
  CaseRow,
  ComparedSubject,
  Comparison,
  ComparisonFilter,
  NamedReport,
  RequirementRow,
} from './comparison.ts';

export interface CompareOptions {
  readonly filter?: Partial<ComparisonFilter>;
  /** Reports that know of different cases are compared where they overlap. */
  readonly mixed?: boolean;
}

export type Compared =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problem: CompareProblem };

export function compareReports(
  reports: readonly NamedReport[],
  { filter, mixed = false }: CompareOptions = {},
): Compared {
  const problem = comparableProblem(reports, mixed);
  if (problem !== undefined) return { ok: false, problem };
  const wanted: ComparisonFilter = { onlyDifferences: false, areas: [], sets: [], requirements: [], ...filter };
  return {
    ok: true,
    comparison: {
      subjects: reports.map(comparedSubject),
      mixed: comparableProblem(reports, false) !== undefined,
      filter: wanted,
      requirements: requirementRows(reports).filter((row) => isRequirementWanted(row, wanted)),
      cases: caseRows(reports).filter((row) => isCaseWanted(row, wanted)),
    },
  };
}

export function comparedSubject({ name, report }: NamedReport): ComparedSubject {
  const { subject, suite, plan } = report.header;
  const { name: subjectName, version, language } = subject;
  const { verdict, counts } = report.footer;
  return { name, subject: { name: subjectName, version, language }, suite, plan, verdict, counts };
}

function requirementRows(reports: readonly NamedReport[]): readonly RequirementRow[] {
  const results = byId<RequirementId, RequirementResult>(reports.map(({ report }) => report.footer.requirements));
  return results.flatMap(({ id, entries }): readonly RequirementRow[] => {
    const requirement = requirementOf(id);
    if (requirement === undefined) return [];
    const { area, set, keyword } = requirement;
    const cells = entries.map((entry) => entry?.status ?? null);
    return [{ id, area, set, keyword, cells, differs: new Set(cells.filter((cell) => cell !== null)).size > 1 }];
  });
}

function caseRows(reports: readonly NamedReport[]): readonly CaseRow[] {
  const lines = byId<string, CaseLine>(reports.map(({ report }) => report.cases));
  return lines.map(({ id, entries }) => {
    const requirements = [...new Set(entries.flatMap((entry) => entry?.requirements ?? []))];
    const cells = entries.map((entry) => (entry === undefined ? null : cellOf(entry)));
    return {
      id,
      requirements,
      cells,
      differs: new Set(cells.flatMap((cell) => (cell === null ? [] : answerOf(cell)))).size > 1,
    };
  });
}

export function cellOf({ verdict, observed: { outcome, reason, text } }: CaseLine): CaseCell {
  return { verdict, outcome, ...(reason === undefined ? {} : { reason }), text };
}

/** Two right answers are the same answer: a family may stand for its code. */
function answerOf({ verdict, outcome, reason = '' }: CaseCell): string {
  return verdict === 'pass' ? verdict : `${verdict} ${outcome} ${reason}`;
}

function isRequirementWanted({ id, area, set, differs }: RequirementRow, filter: ComparisonFilter): boolean {
  return (
    (!filter.onlyDifferences || differs) &&
    isAmong(filter.areas, [area]) &&
    isAmong(filter.sets, [set]) &&
    isAmong(filter.requirements, [id])
  );
}

function isCaseWanted({ id, requirements, differs }: CaseRow, filter: ComparisonFilter): boolean {
  const sets = requirements.flatMap((requirement) => requirementOf(requirement)?.set ?? []);
  return (
    (!filter.onlyDifferences || differs) &&
    isAmong<string>(filter.areas, [areaOf(id)]) &&
    isAmong(filter.sets, sets) &&
    isAmong(filter.requirements, requirements)
  );
}

function isAmong<T>(wanted: readonly T[], given: readonly T[]): boolean {
  return wanted.length === 0 || given.some((one) => wanted.includes(one));
}
