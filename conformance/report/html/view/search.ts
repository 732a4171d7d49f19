import type { PageCase, PageData, PageRequirement } from './model.ts';
import type { Facets, Query } from './query.ts';
import { verdictOrder } from './words.ts';

export interface Found {
  /** Failures first, else in the order of the plan. */
  readonly cases: readonly PageCase[];
  readonly requirements: readonly FoundRequirement[];
}

export interface FoundRequirement {
  readonly requirement: PageRequirement;
  readonly cases: readonly PageCase[];
}

/** A case and all the words that it is found by. */
interface Entry {
  readonly one: PageCase;
  readonly at: number;
  readonly text: string;
}

/** Reads the report once, so that a query over thousands of cases is one pass over short texts. */
export function searcher(data: PageData): (query: Query) => Found {
  const entries = data.cases.map((one, at) => ({ one, at, text: caseText(one, data) }));
  const shelves = shelve(entries, data.requirements);
  const unshelved = entries.filter(({ one }) => one.requirements.length === 0);
  return ({ text, facets }) => {
    const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
    const isIn = (...texts: readonly string[]) => terms.every((term) => texts.some((own) => own.includes(term)));
    const fits = ({ one, text: own }: Entry, around: string) =>
      allows(facets.verdict, one.verdict) && isIn(own, around);
    const found = new Set<Entry>();
    const requirements = shelves.flatMap(({ requirement, text: own, members }) => {
      if (!isWanted(requirement, facets)) return [];
      const fitting = members.filter((entry) => fits(entry, own));
      for (const entry of fitting) found.add(entry);
      const speaksForItself = facets.verdict.length === 0 && isIn(own);
      return fitting.length > 0 || speaksForItself ? [{ requirement, cases: inOrder(fitting) }] : [];
    });
    if (isWanted({ set: '', area: '', status: '' }, facets)) {
      for (const entry of unshelved) if (fits(entry, '')) found.add(entry);
    }
    return { requirements, cases: inOrder([...found]) };
  };
}

interface Shelf {
  readonly requirement: PageRequirement;
  readonly text: string;
  readonly members: readonly Entry[];
}

function shelve(entries: readonly Entry[], requirements: readonly PageRequirement[]): readonly Shelf[] {
  const members = requirements.map((): Entry[] => []);
  for (const entry of entries) for (const at of entry.one.requirements) members[at]?.push(entry);
  return requirements.map((requirement, at) => {
    const { id, text } = requirement;
    return { requirement, text: `${id}\n${text}`.toLowerCase(), members: members[at] ?? [] };
  });
}

function inOrder(entries: readonly Entry[]): readonly PageCase[] {
  const rank = ({ one }: Entry) => verdictOrder.indexOf(one.verdict);
  return [...entries].sort((a, b) => rank(a) - rank(b) || a.at - b.at).map(({ one }) => one);
}

function isWanted({ set, area, status }: Readonly<Record<'set' | 'area' | 'status', string>>, facets: Facets): boolean {
  return allows(facets.set, set) && allows(facets.area, area) && allows(facets.status, status);
}

function allows(chosen: readonly string[], value: string): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

function caseText({ id, operation, expected, observed, edit, note, known }: PageCase, data: PageData): string {
  const native = observed.native === undefined ? undefined : data.texts[observed.native];
  const diagnosis = observed.diagnosis && `${observed.diagnosis} ${data.diagnoses[observed.diagnosis]}`;
  const said = [id, operation, expected.reason, expected.text, observed.outcome, observed.reason, observed.text];
  return [...said, diagnosis, native, edit, note, known].filter(Boolean).join('\n').toLowerCase();
}
