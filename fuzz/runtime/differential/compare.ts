import { isDeepStrictEqual } from 'node:util';
import type { Grants } from '#reference/runtime/engine/capabilities.ts';
import type { RunReport } from '#reference/runtime/engine/engine.ts';
import type { PreparedModule } from '#reference/runtime/engine/prepare.ts';
import type { TrapClass } from '#spec/runtime.ts';
import { engine } from '../guest.ts';
import type { Oracle, OracleAnswer } from './oracle.ts';
import type { Trial } from './trial.ts';

/** One thing that the sandbox and Wasmtime say differently. */
export interface Difference {
  readonly entrypoint?: string;
  readonly budget?: bigint;
  readonly ours: OracleAnswer | string;
  readonly theirs: OracleAnswer | string;
}

/** What came of a trial, counted by what the runs ended as. */
export interface Comparison {
  /** Neither takes the module, or this engine has not what it needs; in both cases nothing ran. */
  readonly notRun?: 'refused by both' | 'beyond this engine';
  readonly endings: ReadonlyMap<string, number>;
  readonly difference?: Difference;
}

const nothingRan = { endings: new Map<string, number>() } as const;

const trapNames: Readonly<Record<string, TrapClass | 'out-of-fuel'>> = {
  UnreachableCodeReached: 'unreachable',
  MemoryOutOfBounds: 'memory-bounds',
  TableOutOfBounds: 'table-bounds',
  IndirectCallToNull: 'indirect-call',
  BadSignature: 'indirect-call',
  IntegerDivisionByZero: 'division-by-zero',
  IntegerOverflow: 'integer-overflow-or-conversion',
  BadConversionToInteger: 'integer-overflow-or-conversion',
  StackOverflow: 'stack-exhausted',
  OutOfFuel: 'out-of-fuel',
};

/** Runs it here and there, and here a second time with its fuel dealt out in slices. */
export async function compare(oracle: Pick<Oracle, 'run'>, trial: Trial): Promise<Comparison> {
  // The oracle is busy with it in the meantime.
  const asked = oracle.run(trial);
  const prepared = engine.prepare(trial.module);
  const theirs = await asked;
  if (!prepared.ok) {
    if ('refused' in theirs) return { ...nothingRan, notRun: 'refused by both' };
    if (prepared.failure.code === 'runtime.missing-feature') return { ...nothingRan, notRun: 'beyond this engine' };
    return { ...nothingRan, difference: { ours: JSON.stringify(prepared.failure), theirs: 'a module' } };
  }
  if ('refused' in theirs) return { ...nothingRan, difference: { ours: 'a module', theirs: theirs.refused } };
  return compareRuns(prepared.value, trial, theirs);
}

function compareRuns(module: PreparedModule, trial: Trial, theirs: readonly OracleAnswer[]): Comparison {
  const endings = new Map<string, number>();
  const runs = trial.entrypoints.flatMap((entrypoint) => trial.budgets.map((budget) => ({ entrypoint, budget })));
  for (const [i, { entrypoint, budget }] of runs.entries()) {
    const answer = theirs[i];
    if (answer === undefined) throw new Error('The oracle left a run out.');
    const expected = { ...answer, trap: answer.trap && (trapNames[answer.trap] ?? answer.trap) };
    for (const sliced of [false, true]) {
      const gist = inTheirWords(runHere(module, trial, entrypoint, budget, sliced));
      // How deep a guest can call is up to the engine, and so is what it had consumed by then.
      const isComparable = gist.trap !== 'stack-exhausted' && expected.trap !== 'stack-exhausted';
      const ending = isComparable ? (gist.stop ?? 'finished') : 'stack exhausted, not compared';
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (isComparable && !isDeepStrictEqual(gist, expected)) {
        return { endings, difference: { entrypoint, budget, ours: gist, theirs: expected } };
      }
    }
  }
  return { endings };
}

function runHere(
  module: PreparedModule,
  { limits, grants }: Trial,
  entrypoint: string,
  budget: bigint,
  sliced: boolean,
) {
  return engine.run({
    module,
    entrypoint,
    limits: { ...limits, fuelBudget: budget },
    grants: namesOf(grants),
    ...(sliced && { timeout: { milliseconds: 1, now: () => 0 } }),
  });
}

function namesOf({ http, secret, storage, channel }: Trial['grants']): Grants {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `name-${i}`);
  return { http: names(http), secret: names(secret), storage: names(storage), channel: names(channel) };
}

/** As many calls as the oracle keeps. */
const keptCalls = 100;

function inTheirWords({ outcome, fuelLeft, hostCalls }: RunReport): OracleAnswer {
  const calls = hostCalls.first
    .slice(0, keptCalls)
    .map(({ name, index, result }) => `${name}(${index ?? ''})=${result}`);
  const rest = { fuelLeft: String(fuelLeft), hostCalls: calls };
  if (outcome.kind === 'finished') return { ...rest, stop: null, exitCode: outcome.exitCode, trap: null };
  const { class: stop, cause } = outcome;
  const trap = cause.kind === 'trap' ? cause.trap : cause.kind === 'out-of-fuel' ? cause.kind : null;
  return { ...rest, stop, exitCode: null, trap };
}
