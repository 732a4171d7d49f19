import { type Complaint, placeOf, type Source } from './complaint.ts';

/** As much of a conformance case as the compiler needs to know. */
export type CaseSummary = { readonly id: string; readonly proves: readonly string[] } & (
  | { readonly kind: 'accepted' | 'observed' }
  | { readonly kind: 'changed' | 'rejected'; readonly twin: string }
  | { readonly kind: 'ordered'; readonly first: string; readonly second: string }
);

/** A case must have an id of its own, prove what is declared, and stand beside cases that exist. */
export function checkCases(
  cases: readonly CaseSummary[],
  declared: ReadonlySet<string>,
  caseSources: readonly Source[],
): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const byId = new Map(cases.map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (const one of cases) {
    const complain = (problem: string, remedy: string) => {
      const place = placeOf(`'${one.id}'`, caseSources, 'conformance/cases/index.ts');
      complaints.push({ ...place, problem: `the case ${one.id} ${problem}`, remedy });
    };
    if (seen.has(one.id)) complain('has the id of another case', 'give it one of its own');
    seen.add(one.id);

    if (one.proves.length === 0) complain('proves nothing', 'name the requirements it proves, or delete it');
    for (const id of one.proves) {
      if (!declared.has(id)) complain(`proves ${id}, which no chapter declares`, 'correct the id');
    }
    const isMade = one.kind === 'rejected' || one.kind === 'changed';
    if (isMade && byId.get(one.twin)?.kind !== 'accepted') {
      complain(`has no accepted twin ${one.twin}`, 'name an accepted case that is one edit away');
    }
    if (one.kind === 'ordered' && !areComparable(byId.get(one.first), byId.get(one.second))) {
      complain(`orders ${one.first} and ${one.second}`, 'name two rejected cases of one twin');
    }
  }
  return complaints;
}

function areComparable(first: CaseSummary | undefined, second: CaseSummary | undefined): boolean {
  return first?.kind === 'rejected' && second?.kind === 'rejected' && first.twin === second.twin;
}
