import { quote } from '#spec/failure/evidence.ts';
import { runnerDefaults } from '#spec/runner.ts';
import { optionBytes, percent, showBytes, showCount } from '../quantities.ts';
import { fuelUsed, type RunResult } from '../result.ts';
import type { Explanation } from './explanation.ts';
import { namesHint, whereStopped } from './where.ts';

const page = 65_536n;
const defaultFuel = showCount(runnerDefaults.limits.fuelBudget);

function hostGives(amount: string): string {
  return `A host gives ${amount} unless it is told otherwise.`;
}

export function explainFuel(result: RunResult): Explanation {
  const { fuelBudget } = result.plan.job.limits;
  const overdrawn = result.insight?.overdrawn ?? 0n;
  const looked = 'Fuel is looked at where a function begins and at each round of a loop';
  return {
    what: `It used up its fuel of ${showCount(fuelBudget)}${whereStopped(result)}.`,
    details: [
      overdrawn === 0n
        ? `${looked}; there it had used exactly that.`
        : `${looked}; there it had used ${showCount(fuelBudget + overdrawn)}, ${showCount(overdrawn)} too much.`,
    ],
    next: [
      ...profileFirst(result),
      ...raise(
        result.asked.limits.fuelBudget > fuelBudget,
        `fuel_budget = ${showCount(fuelBudget)}`,
        `\`--fuel ${showCount(10n * (fuelBudget + overdrawn))}\` gives it more. ${hostGives(defaultFuel)}`,
      ),
      ...namesHint(result),
    ],
  };
}

export function explainDeadline(result: RunResult): Explanation {
  const { timeoutMs } = result.plan.job;
  return {
    what: `It took more than ${timeoutMs} ms${whereStopped(result)}.`,
    details: [fuelUntilThen(result)],
    next: [
      ...(result.measured === undefined ? [] : profileFirst(result)),
      ...raise(
        result.asked.timeoutMs > timeoutMs,
        `wall_clock_timeout_ms = ${timeoutMs}`,
        `\`--timeout ${10n * timeoutMs}\` gives it longer. ${hostGives(`${runnerDefaults.timeoutMs} ms`)}`,
      ),
      ...namesHint(result),
    ],
  };
}

function fuelUntilThen(result: RunResult): string {
  const used = fuelUsed(result);
  if (used === undefined) return 'It came to no place where it could be stopped, so its process was ended.';
  const unseen = result.insight?.unseen ?? 0n;
  return `Until then it had used ${showCount(used + unseen)} of its fuel, of which a host sees ${showCount(used)}.`;
}

export function explainMemory(index: number, pages: bigint, { plan, asked }: RunResult): Explanation {
  const { memoryBytes } = plan.job.limits;
  const wanted = pages * page;
  return {
    what: `Memory ${index} begins with ${showBytes(wanted)}, and a memory may have ${showBytes(memoryBytes)}.`,
    details: [`That is ${showBytes(wanted - memoryBytes)} too much, before anything of it has run.`],
    next: [
      'Begin with less and grow when needed: `asc --initialMemory`, or `--initial-memory` and `-z stack-size` of wasm-ld.',
      ...raise(
        asked.limits.memoryBytes > memoryBytes,
        `max_memory_bytes = ${showCount(memoryBytes)}`,
        `\`--memory ${optionBytes(wanted)}\` allows that much. ${hostGives(showBytes(runnerDefaults.limits.memoryBytes))}`,
      ),
    ],
  };
}

export function explainTable(index: number, elements: bigint, { plan }: RunResult): Explanation {
  const { tableElements } = plan.job.limits;
  return {
    what: `Table ${index} begins with ${showCount(elements)} elements, and a table may have ${showCount(tableElements)}.`,
    details: [`That is ${showCount(elements - tableElements)} too many, before anything of it has run.`],
    next: [
      `\`--tables ${showCount(elements)}\` allows that many. ${hostGives(showCount(runnerDefaults.limits.tableElements))}`,
    ],
  };
}

export function explainInstances(limit: bigint): Explanation {
  return {
    what: `A run takes one instance, and this one may have ${showCount(limit)}.`,
    details: [],
    next: ['`--instances 1` is enough for every plugin.'],
  };
}

function profileFirst({ profiled, insight }: RunResult): readonly string[] {
  if (!profiled) return ['`--profile` shows which functions its fuel goes to.'];
  const [first] = insight?.profile ?? [];
  const total = insight?.profile?.reduce((sum, { self }) => sum + self, 0n) ?? 0n;
  return first === undefined ? [] : [`Begin with ${quote(first.name)}: ${percent(first.self, total)} went there.`];
}

/** No option raises what the manifest has lowered. */
function raise(byManifest: boolean, quota: string, advice: string): readonly string[] {
  if (!byManifest) return [advice];
  return [`Its manifest says so: \`${quota}\` in [capabilities.quotas]. No option raises that; a new artifact does.`];
}
