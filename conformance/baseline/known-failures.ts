import type { CaseLine } from '../report/lines.ts';
import { EntryIndex } from './entry-index.ts';
import type { BaselineFinding, SeenCases } from './finding.ts';
import { outcomeText } from './outcome-text.ts';
import { type Baseline, type KnownFailure, unexplained } from './parse.ts';

/** Holds a run against a baseline, line by line; what it keeps grows with the entries and not with the run. */
export interface BaselineCheck {
  /** Entries that an update wrote and nobody has explained yet. They count like all others; a person should be told. */
  readonly unexplained: readonly KnownFailure[];
  /** Why a failure is known; undefined where it is not, or where the line tells of no failure. */
  reasonFor(line: CaseLine): string | undefined;
  /** To be shown every line of the run once, also those that pass. */
  see(line: CaseLine): void;
  /** By the place in the file. An entry is held against an outcome only where the run asked its case. */
  finish(): readonly BaselineFinding[];
}

/** `today` is written as in 2031-12-31; `ids` are those of all cases that there are, whether or not they are asked. */
export function startBaseline({ entries }: Baseline, today: string, ids: Iterable<string>): BaselineCheck {
  const index = new EntryIndex(entries);
  const passing = new Map<KnownFailure, Tally>();
  const contradicting = new Map<KnownFailure, Tally>();
  const isExpired = ({ expires }: KnownFailure) => expires !== undefined && today > expires;

  const reasonFor = (line: CaseLine) => {
    if (line.verdict !== 'fail') return undefined;
    const matching = index.entriesFor(line.id);
    const observed = outcomeText(line);
    const isKnown = matching.every((entry) => entry.observed === observed && !isExpired(entry));
    return isKnown ? matching[0]?.reason : undefined;
  };

  const see = (line: CaseLine) => {
    if (line.verdict === 'not-run') return;
    const observed = outcomeText(line);
    for (const entry of index.entriesFor(line.id)) {
      // A glob passes over the observations among its cases, since they cannot fail.
      if (line.verdict === 'observed' && entry.isGlob) continue;
      if (line.verdict === 'pass' || line.verdict === 'observed') count(passing, entry, line.id, observed);
      else if (entry.observed !== observed) count(contradicting, entry, line.id, observed);
    }
  };

  const finish = () => {
    const findings: BaselineFinding[] = [...withoutRun(entries, index, ids)];
    for (const entry of entries) {
      const at = placeOf(entry);
      if (entry.expires !== undefined && isExpired(entry)) {
        findings.push({ ...at, kind: 'expired', expires: entry.expires });
      }
      const gone = passing.get(entry);
      if (gone !== undefined) findings.push({ ...at, kind: 'passing', seen: gone });
      const other = contradicting.get(entry);
      if (other !== undefined) {
        findings.push({ ...at, kind: 'contradicting', seen: other, known: entry.observed, observed: other.observed });
      }
    }
    return findings.toSorted((one, other) => one.line - other.line);
  };

  return { unexplained: entries.filter(({ reason }) => reason === unexplained), reasonFor, see, finish };
}

/** Entries that speak of no case, and pairs that cannot both be right. */
function withoutRun(
  entries: readonly KnownFailure[],
  index: EntryIndex,
  ids: Iterable<string>,
): readonly BaselineFinding[] {
  const findings: BaselineFinding[] = [];
  const used = new Set<KnownFailure>();
  const disagreeing = new Set<KnownFailure>();
  for (const id of ids) {
    const [first, ...others] = index.entriesFor(id);
    if (first !== undefined) used.add(first);
    for (const other of others) {
      used.add(other);
      if (first === undefined || first.observed === other.observed || disagreeing.has(other)) continue;
      disagreeing.add(other);
      findings.push({ ...placeOf(other), kind: 'disagreeing', id, otherLine: first.block.header });
    }
  }
  for (const entry of entries) {
    if (!used.has(entry)) findings.push({ ...placeOf(entry), kind: entry.isGlob ? 'unmatched' : 'stale' });
  }
  return findings;
}

function placeOf(entry: KnownFailure): { readonly line: number; readonly case: string } {
  return { line: entry.block.header, case: entry.case };
}

interface Tally extends SeenCases {
  count: number;
  readonly ids: string[];
  /** Of the first one. */
  readonly observed: string;
}

const mostShown = 3;

function count(tallies: Map<KnownFailure, Tally>, entry: KnownFailure, id: string, observed: string): void {
  const tally = tallies.get(entry) ?? { count: 0, ids: [], observed };
  tallies.set(entry, tally);
  tally.count++;
  if (tally.ids.length < mostShown) tally.ids.push(id);
}
