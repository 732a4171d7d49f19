/** Why a baseline is out of date. Each speaks of one entry, by the line of its header. */
export type BaselineFinding = { readonly line: number; readonly case: string } & (
  | { readonly kind: 'stale' | 'unmatched' }
  | { readonly kind: 'expired'; readonly expires: string }
  | { readonly kind: 'passing'; readonly seen: SeenCases }
  /** The first of the cases ended otherwise than the entry says, so its failure is not known. */
  | { readonly kind: 'contradicting'; readonly seen: SeenCases; readonly known: string; readonly observed: string }
  /** Two entries expect two outcomes of one case. */
  | { readonly kind: 'disagreeing'; readonly id: string; readonly otherLine: number }
);

export interface SeenCases {
  readonly count: number;
  /** The first few. */
  readonly ids: readonly string[];
}

export function describeFinding(finding: BaselineFinding): string {
  return `line ${finding.line}, ${finding.case}: ${sentenceOf(finding)}`;
}

function sentenceOf(finding: BaselineFinding): string {
  switch (finding.kind) {
    case 'stale':
      return 'there is no such case; remove the entry';
    case 'unmatched':
      return 'no case has such a name; remove the entry, or correct its glob';
    case 'expired':
      return `it was to be dealt with by ${finding.expires}; fix the failure, or give the entry a later date`;
    case 'passing':
      return `${listed(finding.seen)} not fail any more; remove the entry, or narrow its glob`;
    case 'contradicting':
      return `${first(finding.seen)} ended with "${finding.observed}" and not with "${finding.known}"; look into it, then correct the entry`;
    case 'disagreeing':
      return `the entry on line ${finding.otherLine} expects another outcome of ${finding.id}; correct one of the two`;
    default:
      return finding satisfies never;
  }
}

function listed({ count, ids }: SeenCases): string {
  const more = count - ids.length;
  return `${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${count === 1 ? 'does' : 'do'}`;
}

function first({ count, ids: [id] }: SeenCases): string {
  return count > 1 ? `${id}, first of ${count},` : `${id}`;
}
