import { capabilityModule } from '#spec/constants.ts';
import { hookSlots } from '../rewrite/additions.ts';
import type { HostFunction } from './capabilities.ts';
import type { PreparedModule } from './prepare.ts';
import { type Counter, type Exports, type Slots, wasm } from './web-assembly.ts';

/** A module in its own memory, with what it was given to keep it within its limits. */
export interface Guest {
  readonly published: Counter;
  readonly running: Counter;
  /** Nothing where the module has no start function. */
  start(): void;
  /** What the function of this name gives; it takes nothing. */
  call(name: string): unknown;
  memoryBytes(): number;
  /** A counter of the profile, by its place. */
  profileCounter(place: number): bigint;
}

interface Setting {
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly hooks: Readonly<Record<keyof typeof hookSlots, unknown>>;
  readonly pages: bigint;
  readonly elements: bigint;
}

/** Throws what the engine throws: a segment may lie outside of its memory or table. Nothing of the guest runs yet. */
export function instantiate(module: PreparedModule, setting: Setting): Guest {
  const { exports } = new wasm.Instance(module.compiled, importsOf(module, setting.functions));
  const { controls } = module;
  const published = counter(exports, controls.published);
  counter(exports, controls.pageLimit).value = setting.pages;
  counter(exports, controls.elementLimit).value = setting.elements;
  const table = slots(exports, controls.hookTable);
  table.set(hookSlots.refill, setting.hooks.refill);
  table.set(hookSlots.look, setting.hooks.look);
  return {
    published,
    running: counter(exports, controls.running),
    start() {
      if (controls.start !== undefined) callWithCount(exports, controls.start, published);
    },
    call: (name) => callWithCount(exports, name, published),
    memoryBytes: () => Number(call(exports, controls.memoryBytes)),
    profileCounter: (place) => counter(exports, `${controls.counters}${place}`).value,
  };
}

/** A function of the guest takes the count and gives it back, alone or behind its result; one of the host does neither. */
function callWithCount(exports: Exports, name: string, published: Counter): unknown {
  const given = call(exports, name, published.value);
  const [result, count] = Array.isArray(given) ? given : [undefined, given];
  if (typeof count !== 'bigint') return given;
  published.value = count;
  return result;
}

/** A guest is shown what it imports and no more. */
function importsOf(module: PreparedModule, functions: ReadonlyMap<string, HostFunction>): object {
  const imported = module.imports.map(({ name }) => [name, functions.get(name)] as const);
  return { [capabilityModule]: Object.fromEntries(imported) };
}

function counter(exports: Exports, name: string): Counter {
  const found = exports[name];
  if (found instanceof wasm.Global) return found;
  throw new TypeError(`The rewriter added no counter ${name}.`);
}

function slots(exports: Exports, name: string): Slots {
  const found = exports[name];
  if (found instanceof wasm.Table) return found;
  throw new TypeError(`The rewriter added no table ${name}.`);
}

function call(exports: Exports, name: string, ...args: readonly bigint[]): unknown {
  const found = exports[name];
  if (typeof found === 'function') return found(...args);
  throw new TypeError(`There is no function ${name}.`);
}
