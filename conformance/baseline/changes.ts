import { matchesGlob } from '../plan/glob.ts';
import type { CaseLine } from '../report/lines.ts';
import { outcomeText } from './outcome-text.ts';
import type { KnownFailure } from './parse.ts';

/** What a run makes of an entry. */
export type Change =
  | { readonly kind: 'keep' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'correct'; readonly observed: string }
  /** A glob that does not hold for all of its cases: an entry for each of these ids, with its outcome. */
  | { readonly kind: 'expand'; readonly outcomes: ReadonlyMap<string, string> };

export interface Changes {
  readonly entries: ReadonlyMap<KnownFailure, Change>;
  /** The failures that no entry speaks of any more, in the order of the run. */
  readonly added: readonly CaseLine[];
}

export function changesOf(entries: readonly KnownFailure[], lines: Iterable<CaseLine>, ids: Iterable<string>): Changes {
  const run = new Map<string, CaseLine>();
  for (const line of lines) if (line.verdict !== 'not-run') run.set(line.id, line);
  const known = new Set(ids);
  const covered = new Set<string>();
  const changes = new Map<KnownFailure, Change>();
  const decide = (entry: KnownFailure, cases: readonly string[]) => {
    const outcomes = new Map(cases.flatMap((id) => failureOf(id, entry, run.get(id))));
    changes.set(entry, changeOf(entry, cases, outcomes, run, covered));
    for (const id of outcomes.keys()) covered.add(id);
  };
  const matching = (glob: string) => [...known].filter((id) => matchesGlob(glob, id));
  // Single ids first: what has an entry of its own needs none from a glob.
  for (const entry of entries) if (!entry.isGlob) decide(entry, known.has(entry.case) ? [entry.case] : []);
  for (const entry of entries) if (entry.isGlob) decide(entry, matching(entry.case));
  const added = [...run.values()].filter(({ id, verdict }) => verdict === 'fail' && !covered.has(id));
  return { entries: changes, added };
}

/** How the case fails; an entry is believed about what was not asked. */
function failureOf(
  id: string,
  entry: KnownFailure,
  line: CaseLine | undefined,
): readonly (readonly [string, string])[] {
  if (line === undefined) return [[id, entry.observed]];
  return line.verdict === 'fail' ? [[id, outcomeText(line)]] : [];
}

function changeOf(
  entry: KnownFailure,
  cases: readonly string[],
  outcomes: ReadonlyMap<string, string>,
  run: ReadonlyMap<string, CaseLine>,
  covered: ReadonlySet<string>,
): Change {
  const [observed, ...others] = new Set(outcomes.values());
  if (observed === undefined) return { kind: 'remove' };
  const holds = cases.every((id) => outcomes.has(id) || run.get(id)?.verdict === 'observed');
  if (holds && others.length === 0)
    return observed === entry.observed ? { kind: 'keep' } : { kind: 'correct', observed };
  const missing = new Map([...outcomes].filter(([id]) => !covered.has(id)));
  return missing.size === 0 ? { kind: 'remove' } : { kind: 'expand', outcomes: missing };
}
