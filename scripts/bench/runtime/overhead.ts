import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Figure, figure, median, unmeasured } from '../measure.ts';
import type { Round, Rounds } from './rounds.ts';
import { type WorkloadName, workloads } from './workloads.ts';

const processes = 5;
const names = Object.keys(workloads) as WorkloadName[];
const unit = { metered: 'times unmetered', wasmtime: 'times Wasmtime with fuel and epochs' };

/** What metering costs, and how that compares with Wasmtime, which counts fuel in the code that it compiles itself. */
export function overheadFigures(): readonly Figure[] {
  const all = Array.from({ length: processes }, oneProcess);
  const metered = ratios(all, (round) => round.metered / round.unmetered);
  const withDeadline = ratios(all, (round) => round.withDeadline / round.unmetered);
  const unmetered = ratios(all, (round) => round.unmetered);
  return [
    ...names.map((name) => figure(`${name}, metered`, metered[name], unit.metered, unmetered[name], 1.2)),
    figure('geometric mean, metered', geometricMean(metered), unit.metered, null, 1.08),
    figure('geometric mean, metered and with a deadline', geometricMean(withDeadline), unit.metered, null, null),
    ...againstWasmtime(all),
  ];
}

function againstWasmtime(all: readonly Rounds[]): readonly Figure[] {
  const mean = 'geometric mean against Wasmtime';
  const isThere = all.every((rounds) => rounds.JSON.every(({ wasmtime }) => wasmtime !== null));
  if (!isThere) return [unmeasured(mean, unit.wasmtime, 1)];
  const ours = ratios(all, (round) => round.withDeadline / (round.wasmtime ?? Number.NaN));
  const theirs = ratios(all, ({ wasmtime }) => wasmtime ?? Number.NaN);
  return [
    ...names.map((name) => figure(`${name}, with a deadline`, ours[name], unit.wasmtime, theirs[name], null)),
    figure(mean, geometricMean(ours), unit.wasmtime, null, 1),
  ];
}

function oneProcess(): Rounds {
  const command = [...process.execArgv, fileURLToPath(new URL('rounds.ts', import.meta.url))];
  const child = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** For each workload the median of processes, of the median of the rounds in each. */
function ratios(all: readonly Rounds[], of: (round: Round) => number): Readonly<Record<WorkloadName, number>> {
  const one = (name: WorkloadName) => median(all.map((rounds) => median(rounds[name].map(of))));
  return Object.fromEntries(names.map((name) => [name, one(name)])) as Record<WorkloadName, number>;
}

function geometricMean(ratios: Readonly<Record<string, number>>): number {
  const logarithms = Object.values(ratios).map(Math.log);
  return Math.exp(logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length);
}
