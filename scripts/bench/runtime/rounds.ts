import { guestModule } from '#fixtures/guests/guests.ts';
import { Engine } from '#reference/runtime/engine/engine.ts';
import { wasm } from '#reference/runtime/engine/web-assembly.ts';
import { expectEnd, runsOf } from './guest-runs.ts';
import { timeOf } from './processor.ts';
import { startWasmtime, type Wasmtime } from './wasmtime.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/**
 * Runs every workload in all its forms by turns, and prints what each took. A compiler puts code in other places in each
 * process, which is why this is a program of its own, to be run several times.
 */
const warmUp = 5;
const rounds = 11;

/** What one round of a workload took, in milliseconds; one form was not there. */
export interface Round {
  readonly unmetered: number;
  readonly metered: number;
  /** With a deadline, for which the guest gets its fuel in slices. */
  readonly withDeadline: number;
  readonly wasmtime: number | null;
}

export type Rounds = Readonly<Record<WorkloadName, readonly Round[]>>;

async function measure(name: WorkloadName, wasmtime: Wasmtime | undefined): Promise<readonly Round[]> {
  const { guest, entrypoint } = workloads[name];
  const bytes = guestModule(guest);
  const compiled = new wasm.Module(bytes);
  const run = runsOf(engine, guest, entrypoint);
  const timeout = { milliseconds: 60_000, now: () => performance.now() };
  await wasmtime?.load(guest, bytes);
  const measured: Round[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const [unmetered, metered, withDeadline] = inTurns(round, [
      () => callUnmetered(compiled, entrypoint),
      () => expectEnd(run(), 'finished'),
      () => expectEnd(run(timeout), 'finished'),
    ]);
    const theirs = wasmtime === undefined ? null : await wasmtime.run(guest, entrypoint);
    if (round >= warmUp) measured.push({ unmetered, metered, withDeadline, wasmtime: theirs });
  }
  return measured;
}

type Three<T> = readonly [T, T, T];

/** In every other round the last comes first. */
function inTurns(round: number, [first, second, third]: Three<() => void>): Three<number> {
  if (round % 2 === 0) return [timeOf(first), timeOf(second), timeOf(third)];
  const [c, b, a] = [timeOf(third), timeOf(second), timeOf(first)];
  return [a, b, c];
}

function callUnmetered(compiled: InstanceType<typeof wasm.Module>, entrypoint: string): void {
  const run = new wasm.Instance(compiled).exports[entrypoint];
  if (typeof run === 'function') run();
}

const engine = new Engine();
const wasmtime = await startWasmtime();
const all = new Map<string, readonly Round[]>();
for (const name of Object.keys(workloads) as WorkloadName[]) all.set(name, await measure(name, wasmtime));
wasmtime?.stop();
process.stdout.write(JSON.stringify(Object.fromEntries(all)));
