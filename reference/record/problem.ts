import { quote } from '#spec/failure/evidence.ts';

/** What is wrong with a record, and where: the path leads from the record to the value, and is empty for itself. */
export type RecordProblem =
  | { readonly kind: 'wrong-type'; readonly path: string; readonly wanted: string }
  | { readonly kind: 'missing-field'; readonly path: string }
  | { readonly kind: 'unknown-field'; readonly path: string; readonly field: string }
  | { readonly kind: 'unknown-name'; readonly path: string; readonly name: string }
  | { readonly kind: 'too-large'; readonly path: string; readonly actual: number; readonly limit: number };

/** For an area that has one failure code for all of them: where, and what. */
export function problemDetail(problem: RecordProblem): { readonly path: string; readonly detail: string } {
  const { path } = problem;
  switch (problem.kind) {
    case 'wrong-type':
      return { path, detail: `must be ${problem.wanted}` };
    case 'missing-field':
      return { path, detail: 'is missing' };
    case 'unknown-field':
      return { path, detail: `has an unknown field ${quote(problem.field)}` };
    case 'unknown-name':
      return { path, detail: `is ${quote(problem.name)}, which is none of the names for it` };
    case 'too-large':
      return { path, detail: `has a length of ${problem.actual}; the most is ${problem.limit}` };
    default:
      return problem satisfies never;
  }
}
