import type { OptionalFeature, RuntimeResult } from '../failure.ts';
import { type Grants, type Handles, type HostCalls, handlesFor, hostFunctions } from './capabilities.ts';
import { enableFeatures, engineFeatures } from './features.ts';
import { FuelTank, Stop, wasmFunction } from './fuel-tank.ts';
import { type Guest, instantiate } from './guest.ts';
import { elementsWithin, findLinkProblem, pagesWithin, type RunLimits } from './link.ts';
import { digestOf, ModuleCache } from './module-cache.ts';
import { classify, type Outcome, type Stage, type StopCause } from './outcome.ts';
import { type PreparedModule, prepareModule } from './prepare.ts';
import { calibrateTraps, type TrapTable, trapClass } from './traps.ts';
import { wasm } from './web-assembly.ts';

export interface RunRequest {
  readonly module: PreparedModule;
  readonly entrypoint: string;
  readonly limits: RunLimits;
  readonly grants: Grants;
  readonly timeout?: { readonly milliseconds: number; readonly now: () => number };
}

export interface RunReport {
  readonly outcome: Outcome;
  /** As a host sees it: what a guest consumed since it last left a function is not in it when a trap stops it. */
  readonly fuelLeft: bigint;
  readonly handles: Handles;
  readonly peakMemoryBytes: number;
  readonly hostCalls: Readonly<HostCalls>;
}

const cachedBytes = 64 * 1024 * 1024;

/** Runs guests in the thread that asks, one after the other. */
export class Engine {
  readonly features: ReadonlySet<OptionalFeature>;
  readonly #traps: TrapTable;
  readonly #hook: unknown;
  readonly #cache = new ModuleCache(cachedBytes);
  #tank: FuelTank | undefined;

  constructor() {
    enableFeatures();
    this.features = engineFeatures();
    this.#traps = calibrateTraps();
    this.#hook = wasmFunction(() => this.#tank?.refill());
  }

  prepare(bytes: Uint8Array<ArrayBuffer>): RuntimeResult<PreparedModule> {
    const digest = digestOf(bytes);
    const known = this.#cache.get(digest);
    if (known !== undefined) return { ok: true, value: known };
    const prepared = prepareModule(bytes, this.features);
    if (prepared.ok) this.#cache.set(digest, prepared.value, bytes.length);
    return prepared;
  }

  run(request: RunRequest): RunReport {
    const { limits, timeout } = request;
    const handles = handlesFor(request.grants);
    const deadline = timeout && { at: timeout.now() + timeout.milliseconds, now: timeout.now };
    const hostCalls: HostCalls = { count: 0, first: [] };
    const functions = hostFunctions(handles, hostCalls);
    const problem = findLinkProblem(request.module, limits, functions);
    const made = problem === undefined ? this.#instantiate(request, functions) : { cause: problem };
    if ('cause' in made) {
      const outcome = stopped(made.cause, 'linker', limits.fuelBudget);
      return { outcome, fuelLeft: limits.fuelBudget, handles, peakMemoryBytes: 0, hostCalls };
    }
    const { guest } = made;
    const tank = new FuelTank(limits.fuelBudget, guest.published, guest.running, deadline);
    const outcome = this.#execute(guest, request, tank);
    return { outcome, fuelLeft: tank.left(), handles, peakMemoryBytes: guest.memoryBytes(), hostCalls };
  }

  #instantiate({ module, limits }: RunRequest, functions: Parameters<typeof instantiate>[1]['functions']) {
    const pages = pagesWithin(limits.memoryBytes);
    const elements = elementsWithin(limits.tableElements, module.tables.length);
    try {
      const setting = { functions, hook: this.#hook, pages, elements };
      return { guest: instantiate(module, setting) };
    } catch (error) {
      return { cause: this.#causeOf(error) };
    }
  }

  #execute(guest: Guest, { module, entrypoint }: RunRequest, tank: FuelTank): Outcome {
    this.#tank = tank;
    let stage: Stage = 'linker';
    try {
      guest.start();
      if (!module.entrypoints.has(entrypoint)) {
        return stopped({ kind: 'missing-export', name: entrypoint }, stage, tank.left());
      }
      stage = 'execution';
      return { kind: 'finished', exitCode: Number(guest.call(entrypoint)) };
    } catch (error) {
      return stopped(this.#causeOf(error), stage, tank.left());
    } finally {
      this.#tank = undefined;
    }
  }

  #causeOf(error: unknown): StopCause {
    if (error instanceof Stop) return { kind: error.kind };
    const trap = trapClass(this.#traps, error);
    if (trap !== undefined) return { kind: 'trap', trap, detail: String(error) };
    if (error instanceof RangeError || error instanceof wasm.RuntimeError)
      return { kind: 'engine', detail: String(error) };
    // What is thrown by anybody else is a bug of ours, and no end of a guest.
    throw error;
  }
}

function stopped(cause: StopCause, stage: Stage, fuelLeft: bigint): Outcome {
  return { kind: 'stopped', class: classify(cause, stage, fuelLeft), cause };
}
