import type { OptionalFeature, StopCause } from '#spec/runtime.ts';
import type { RuntimeResult } from '../result.ts';
import { type Grants, type Handles, type HostCalls, handlesFor, hostFunctions } from './capabilities.ts';
import { enableFeatures, engineFeatures } from './features.ts';
import { FuelTank, Stop, wasmFunction } from './fuel-tank.ts';
import { type Guest, instantiate } from './guest.ts';
import { type Insight, insightInto, type Scrutiny } from './insight.ts';
import { elementsWithin, findLinkProblem, pagesWithin, type RunLimits } from './link.ts';
import { digestOf, keyOf, ModuleCache } from './module-cache.ts';
import { type Outcome, type Stage, stopped } from './outcome.ts';
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

/** Told of a run while it goes on, since a guest may never come back. */
interface Watcher {
  /** It has been linked: from here on its own code runs. */
  begins(): void;
  /** As in the report; told before it begins, and whenever it has asked for more. */
  refilled(fuelLeft: bigint): void;
}

interface WatchedRun extends Omit<RunRequest, 'grants'> {
  readonly handles: Handles;
  readonly watcher?: Watcher;
}

export interface RunReport {
  readonly outcome: Outcome;
  /** As a host sees it: what a guest consumed since it last left a function is not in it when a trap stops it. */
  readonly fuelLeft: bigint;
  readonly handles: Handles;
  readonly peakMemoryBytes: number;
  readonly hostCalls: Readonly<HostCalls>;
  /** Only of a module that was prepared for it. */
  readonly insight?: Insight;
}

/** How a run ended, and what was thrown through the guest to end it. */
interface Ended {
  readonly outcome: Outcome;
  readonly thrown?: unknown;
}

/** Runs guests in the thread that asks, one after the other. */
export class Engine {
  readonly features: ReadonlySet<OptionalFeature>;
  readonly modules = new ModuleCache();
  readonly #traps: TrapTable;
  readonly #hooks: Parameters<typeof instantiate>[1]['hooks'];
  #tank: FuelTank | undefined;
  #watcher: Watcher | undefined;

  constructor() {
    enableFeatures();
    this.features = engineFeatures();
    this.#traps = calibrateTraps();
    this.#hooks = {
      refill: wasmFunction(() => this.#refill()),
      look: wasmFunction(() => this.#tank?.look()),
    };
  }

  prepare(bytes: Uint8Array<ArrayBuffer>, scrutiny?: Scrutiny): RuntimeResult<PreparedModule> {
    const key = keyOf(digestOf(bytes), scrutiny);
    const known = this.modules.get(key);
    if (known !== undefined) return known;
    const prepared = prepareModule(bytes, this.features, scrutiny);
    this.modules.set(key, prepared);
    return prepared;
  }

  run({ grants, ...request }: RunRequest): RunReport {
    return this.runWith({ ...request, handles: handlesFor(grants) });
  }

  runWith(request: WatchedRun): RunReport {
    const { limits, timeout, handles, watcher } = request;
    const hostCalls: HostCalls = { count: 0, first: [] };
    const functions = hostFunctions(handles, hostCalls);
    const problem = findLinkProblem(request.module, limits);
    const made = problem === undefined ? this.#instantiate(request, functions) : { cause: problem };
    if ('cause' in made) {
      const outcome = stopped(made.cause, 'linker', limits.fuelBudget);
      const insight = insightInto(request.module, undefined);
      return { outcome, fuelLeft: limits.fuelBudget, handles, peakMemoryBytes: 0, hostCalls, ...insight };
    }
    const { guest } = made;
    watcher?.refilled(limits.fuelBudget);
    watcher?.begins();
    // TIME-LINK: what came before took no time of the guest's.
    const deadline = timeout && { at: timeout.now() + timeout.milliseconds, now: timeout.now };
    const tank = new FuelTank(limits.fuelBudget, guest.published, guest.running, deadline);
    const { outcome, thrown } = this.#execute(guest, request, tank);
    const [fuelLeft, overdrawn, unseen] = [tank.left(), tank.overdrawn(), tank.unseen()];
    const consumed = limits.fuelBudget - fuelLeft + overdrawn + unseen;
    const counted = { thrown, overdrawn, unseen, consumed, counterAt: guest.profileCounter };
    const insight = insightInto(request.module, counted);
    return { outcome, fuelLeft, handles, peakMemoryBytes: guest.memoryBytes(), hostCalls, ...insight };
  }

  #instantiate({ module, limits }: WatchedRun, functions: Parameters<typeof instantiate>[1]['functions']) {
    const pages = pagesWithin(limits.memoryBytes);
    const elements = elementsWithin(limits.tableElements, module.tables.length);
    try {
      const setting = { functions, hooks: this.#hooks, pages, elements };
      return { guest: instantiate(module, setting) };
    } catch (error) {
      return { cause: this.#causeOf(error) };
    }
  }

  #execute(guest: Guest, { module, entrypoint, watcher }: WatchedRun, tank: FuelTank): Ended {
    this.#tank = tank;
    this.#watcher = watcher;
    let stage: Stage = 'linker';
    try {
      guest.start();
      if (!module.entrypoints.has(entrypoint)) {
        return { outcome: stopped({ kind: 'missing-export', name: entrypoint }, stage, tank.left()) };
      }
      stage = 'execution';
      return { outcome: { kind: 'finished', exitCode: Number(guest.call(entrypoint)) } };
    } catch (error) {
      return { outcome: stopped(this.#causeOf(error), stage, tank.left()), thrown: error };
    } finally {
      this.#tank = undefined;
      this.#watcher = undefined;
    }
  }

  #refill(): void {
    if (this.#tank === undefined) return;
    this.#tank.refill();
    this.#watcher?.refilled(this.#tank.left());
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
