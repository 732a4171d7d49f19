import type { WriteStream } from 'node:tty';
import type { Finding, Tally } from '../../fuzz/runtime/differential/campaign.ts';

type Tallies = ReadonlyMap<string, Tally>;

/** One line that is kept up to date on a terminal; elsewhere a line every now and then. */
export function progressLine(to: WriteStream): (tallies: Tallies) => void {
  const pause = to.isTTY ? 200 : 30_000;
  let last = performance.now();
  return (tallies) => {
    if (performance.now() - last < pause) return;
    last = performance.now();
    const sum = (count: (tally: Tally) => number) =>
      [...tallies.values()].reduce((total, each) => total + count(each), 0);
    const done = sum(({ modules, refusedByBoth, beyondThisEngine }) => modules + refusedByBoth + beyondThisEngine);
    const line = `${done} modules, ${sum(({ runs }) => runs)} runs, ${sum(({ differences }) => differences)} differences`;
    to.write(to.isTTY ? `\r${line}` : `${line}\n`);
  };
}

export function summary(source: string, tally: Tally): string {
  const endings = [...tally.endings].sort().map(([ending, times]) => `${ending} ${times}`);
  const unrun = [`${tally.refusedByBoth} refused by both`, `${tally.beyondThisEngine} beyond this engine`];
  return `${source.padEnd(10)} ${tally.modules} modules (and ${unrun.join(', ')}), ${tally.runs} runs: ${endings.join(', ')}; ${tally.differences} differences`;
}

export function describe({ source, name, difference }: Finding): string {
  const { entrypoint, budget, ours, theirs } = difference;
  const run = entrypoint === undefined ? '' : `, ${entrypoint} with ${budget}`;
  return `${source}, ${name}${run}\n  here  ${JSON.stringify(ours)}\n  there ${JSON.stringify(theirs)}`;
}
