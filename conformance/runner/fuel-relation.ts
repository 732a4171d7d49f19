import type { WireValue } from '#spec/operations.ts';
import { describeValue } from './describe-value.ts';
import { fieldsOf, isList } from './match.ts';

interface Run {
  readonly at: string;
  readonly index: number;
  readonly budget: bigint;
  /** Undefined where fuel stopped the run. */
  readonly exitCode: bigint | undefined;
  readonly left: bigint;
}

/** Which run of the answer breaks the relation `fuel`, and what it must be; undefined where none does. */
export function fuelMismatch(budgets: readonly bigint[], value: WireValue): string | undefined {
  const runs = fieldsOf(value)?.get('runs');
  if (runs === undefined || !isList(runs)) return `value.runs is ${describeValue(runs)}, and must be a list`;
  if (runs.length !== budgets.length) {
    return `value.runs has the length ${runs.length}, and must have one run for each of the ${budgets.length} fuelBudgets`;
  }
  const read: Run[] = [];
  for (const [index, budget] of budgets.entries()) {
    const run = readRun(runs[index] ?? null, budget, index);
    if (typeof run === 'string') return `${run} (${budgetText(index, budget)})`;
    read.push(run);
  }
  return disagreement(read);
}

export function budgetText(index: number, budget: bigint): string {
  return `fuelBudgets[${index}] = ${budget}`;
}

function readRun(value: WireValue, budget: bigint, index: number): Run | string {
  const at = `value.runs[${index}]`;
  const fields = fieldsOf(value);
  const [stop, exitCode, left] = ['stop', 'exitCode', 'fuelLeft'].map((key) => fields?.get(key));
  if (stop !== null && stop !== 'limit') return `${at}.stop is ${describeValue(stop)}, and must be null or "limit"`;
  if (typeof left !== 'bigint') return `${at}.fuelLeft is ${describeValue(left)}, and must be an integer`;
  if (left < 0n || left > budget) return `${at}.fuelLeft is ${left}, and must be from 0 to the budget`;
  if (stop === 'limit') {
    return left === 0n
      ? { at, index, budget, exitCode: undefined, left }
      : `${at}.fuelLeft is ${left}, and must be 0, since fuel stopped the run`;
  }
  if (typeof exitCode === 'bigint') return { at, index, budget, exitCode, left };
  return `${at}.exitCode is ${describeValue(exitCode)}, and must be an integer, since the run finished`;
}

/** What two runs of one guest cannot both be. */
function disagreement(runs: readonly Run[]): string | undefined {
  const finished = runs.filter(({ exitCode }) => exitCode !== undefined).sort(byBudget);
  const [cheapest] = finished;
  if (cheapest === undefined) return undefined;
  const stopped = runs.find(({ exitCode, budget }) => exitCode === undefined && budget >= cheapest.budget);
  if (stopped !== undefined) {
    return `${stopped.at}.stop is "limit", and must be null, since ${cheapest.at} finished (${both(stopped, cheapest)})`;
  }
  const other = finished.find(({ exitCode }) => exitCode !== cheapest.exitCode);
  if (other !== undefined) {
    const { exitCode } = cheapest;
    return `${other.at}.exitCode is ${other.exitCode}, and must be ${exitCode} as in ${cheapest.at} (${both(other, cheapest)})`;
  }
  const priced = finished.find(({ left }) => left > 0n);
  if (priced === undefined) return untouched(finished, cheapest);
  const price = priced.budget - priced.left;
  const early = runs.find(({ exitCode, budget }) => exitCode === undefined && budget > price);
  if (early !== undefined) {
    return `${early.at}.stop is "limit", and must be null, since ${priced.at} finished for ${price} (${both(early, priced)})`;
  }
  const due = ({ budget }: Run) => (budget > price ? budget - price : 0n);
  const wrong = finished.find((run) => run.left !== due(run));
  return (
    wrong &&
    `${wrong.at}.fuelLeft is ${wrong.left}, and must be ${due(wrong)}, since ${priced.at} has ${priced.left} left and the price is the same (${both(wrong, priced)})`
  );
}

/** Straight-line code may run beyond a budget, and no guest of a case has so much of it. */
const plenty = 1_000_000n;

/** Who never has anything left tells nothing of what a run takes. */
function untouched(finished: readonly Run[], cheapest: Run): string | undefined {
  const enough = plenty * (cheapest.budget === 0n ? 1n : cheapest.budget);
  const rich = finished.find(({ budget }) => budget > enough);
  return rich && `${rich.at}.fuelLeft is 0, and must be more, since ${cheapest.at} finished (${both(rich, cheapest)})`;
}

function byBudget(one: Run, other: Run): number {
  return one.budget < other.budget ? -1 : Number(one.budget > other.budget);
}

function both(...runs: readonly Run[]): string {
  return runs.map(({ index, budget }) => budgetText(index, budget)).join(', ');
}
