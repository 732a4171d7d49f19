import { capabilityModule } from '#spec/constants.ts';
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
}

interface Setting {
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly hook: unknown;
  readonly pages: bigint;
  readonly elements: bigint;
}

/** Throws what the engine throws: a segment may lie outside of its memory or table. Nothing of the guest runs yet. */
export function instantiate(module: PreparedModule, setting: Setting): Guest {
  const { exports } = new wasm.Instance(module.compiled, importsOf(module, setting.functions));
  const { controls } = module;
  counter(exports, controls.pageLimit).value = setting.pages;
  counter(exports, controls.elementLimit).value = setting.elements;
  slots(exports, controls.hookTable).set(0, setting.hook);
  return {
    published: counter(exports, controls.published),
    running: counter(exports, controls.running),
    start() {
      if (controls.start !== undefined) call(exports, controls.start);
    },
    call: (name) => call(exports, name),
    memoryBytes: () => Number(call(exports, controls.memoryBytes)),
  };
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

function call(exports: Exports, name: string): unknown {
  const found = exports[name];
  if (typeof found === 'function') return found();
  throw new TypeError(`There is no function ${name}.`);
}
