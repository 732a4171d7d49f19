import { matchesGlob } from '../plan/glob.ts';
import { type ReasonMap, type ReasonRow, suiteReasons } from './parse.ts';

interface Refusal {
  readonly reason: string;
  readonly native: string;
}

/** A map at work in a run. */
export interface ReasonMapUse {
  reasonOf(refusal: Refusal): string;
  /** The rows that named no refusal: there was none of that kind, or an earlier row fits all of them. */
  unused(): readonly ReasonRow[];
}

export function useReasonMap(map: ReasonMap): ReasonMapUse {
  const used = new Set<ReasonRow>();
  return {
    reasonOf(refusal) {
      const row = rowFor(map, refusal);
      if (row !== undefined) used.add(row);
      return row?.is ?? refusal.reason;
    },
    unused: () => map.rows.filter((row) => !used.has(row)),
  };
}

/** The suite's reason of a refusal. Only refusals have one, so no map can make a refusal of an acceptance. */
export function reasonFor(map: ReasonMap, refusal: Refusal): string {
  return rowFor(map, refusal)?.is ?? refusal.reason;
}

/** A subject that has named a reason of the suite is taken at its word, right or wrong. */
function rowFor({ rows }: ReasonMap, { reason, native }: Refusal): ReasonRow | undefined {
  if (suiteReasons.has(reason)) return undefined;
  const said = [reason, native].filter((text) => text !== '').map((text) => text.slice(0, longestLooked));
  return rows.find((row) => said.some((text) => matchesGlob(row.native, text)));
}

/** What a subject says can be as long as a line of the protocol, and a glob looks at all of it many times. */
const longestLooked = 4096;
