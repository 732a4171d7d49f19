import { compare, type Difference } from './compare.ts';
import type { Oracle } from './oracle.ts';
import type { NamedTrial } from './trial.ts';

/** What was done for one source. */
export interface Tally {
  /** Modules that both took, and how often one was run, the runs in slices included. */
  modules: number;
  runs: number;
  refusedByBoth: number;
  beyondThisEngine: number;
  differences: number;
  /** How many runs ended in each way. */
  readonly endings: Map<string, number>;
}

export interface Finding extends NamedTrial {
  readonly difference: Difference;
}

interface Campaign {
  readonly oracle: Oracle;
  readonly trials: AsyncIterable<NamedTrial>;
  readonly found: (finding: Finding) => void;
  readonly progress?: (tallies: ReadonlyMap<string, Tally>) => void;
}

/** Puts each trial to the sandbox and to Wasmtime, and tells where they differ. */
export async function runCampaign(campaign: Campaign): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for await (const named of campaign.trials) {
    const tally = tallies.get(named.source) ?? emptyTally();
    tallies.set(named.source, tally);
    const { notRun, endings, difference } = await compare(campaign.oracle, named.trial);
    if (notRun === undefined) tally.modules++;
    else if (notRun === 'refused by both') tally.refusedByBoth++;
    else tally.beyondThisEngine++;
    for (const [ending, times] of endings) {
      tally.runs += times;
      tally.endings.set(ending, (tally.endings.get(ending) ?? 0) + times);
    }
    if (difference !== undefined) {
      tally.differences++;
      campaign.found({ ...named, difference });
    }
    campaign.progress?.(tallies);
  }
  return tallies;
}

function emptyTally(): Tally {
  const counts = { modules: 0, runs: 0, refusedByBoth: 0, beyondThisEngine: 0, differences: 0 };
  return { ...counts, endings: new Map<string, number>() };
}
