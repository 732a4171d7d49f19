import { FuelTank, wasmFunction } from '#reference/runtime/engine/fuel-tank.ts';
import { type PreparedModule, prepareModule } from '#reference/runtime/engine/prepare.ts';
import { type Counter, type Exports, wasm } from '#reference/runtime/engine/web-assembly.ts';
import { hookSlots } from '#reference/runtime/rewrite/additions.ts';
import type { Import, Outline } from '#reference/runtime/rewrite/outline.ts';
import { rewriteModule } from '#reference/runtime/rewrite/rewrite-module.ts';
import { toBinary } from '#reference/runtime/text/to-binary.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import { engine } from '../guest.ts';
import { outlineOf } from '../outline-of.ts';
import { type Group, profile } from './groups.ts';
import { plainExports } from './plain-exports.ts';
import type { WrittenModule } from './script.ts';

export interface MeteredModule {
  readonly kind: 'module';
  readonly group: Group;
  readonly imports: readonly Import[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly module: PreparedModule;
  /** As it was written, and as it runs. */
  readonly declared: Outline;
  readonly metered: Outline;
}

/** A module that is refused, or that this engine lacks something for. */
interface NoModule {
  readonly kind: 'none';
  readonly group: Group;
  readonly imports: readonly Import[];
  readonly failure: RuntimeFailure;
}

/** What the sandbox makes of a module of the suite. */
export async function meter({ form, bytes }: WrittenModule): Promise<MeteredModule | NoModule> {
  const binary = form === 'binary' ? { ok: true as const, value: bytes } : await toBinary(plainText(bytes));
  if (!binary.ok) return unread(binary.failure);
  const rewritten = rewriteModule(binary.value);
  if (!rewritten.ok) return unread(rewritten.failure);
  const { imports, uses } = rewritten.value;
  const prepared = prepareModule(binary.value, engine.features);
  const needs = [...uses].sort().join('+');
  if (prepared.ok)
    return {
      kind: 'module',
      group: needs || profile,
      imports,
      bytes: binary.value,
      module: prepared.value,
      declared: outlineOf(binary.value),
      metered: outlineOf(rewritten.value.bytes),
    };
  // What is invalid on one engine is beyond another, which does not look as far: what it needs is the same on both.
  return { kind: 'none', group: needs || profile, imports, failure: prepared.failure };
}

/** The parser refuses characters that could deceive a reader, where they are not escaped. */
function plainText(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString('latin1');
  const deceiving = /\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xaf])/g;
  const escaped = text.replace(deceiving, (character) =>
    character.replace(/./g, (byte) => `\\${byte.charCodeAt(0).toString(16)}`),
  );
  return new Uint8Array(Buffer.from(escaped, 'latin1'));
}

function unread(failure: RuntimeFailure): NoModule {
  return { kind: 'none', group: groupOfFailure(failure), imports: [], failure };
}

function groupOfFailure(failure: RuntimeFailure): Group {
  return failure.code === 'runtime.excluded-feature' ? `excluded: ${failure.feature}` : failure.code;
}

const plenty = 2n ** 62n;
const mostPages = 65_536n;
const mostElements = 10_000_000n;

/** An instance with as much fuel and as much room as there is; throws what linking and starting it throw. */
export function instantiateMetered({ module, declared, metered }: MeteredModule, imports: object): Exports {
  const { compiled, controls } = module;
  const { exports } = new wasm.Instance(compiled, imports);
  const [published, running] = [counter(exports, controls.published), counter(exports, controls.running)];
  const tank = new FuelTank(plenty, published, running, undefined);
  counter(exports, controls.pageLimit).value = mostPages;
  counter(exports, controls.elementLimit).value = mostElements;
  const hooks = exports[controls.hookTable];
  if (!(hooks instanceof wasm.Table)) throw new TypeError('The rewriter added no table of hooks.');
  // Nobody waits for these guests: there is nothing to look at.
  const [refill, look] = [wasmFunction(() => tank.refill()), wasmFunction(() => undefined)];
  hooks.set(hookSlots.refill, refill);
  hooks.set(hookSlots.look, look);
  const start = controls.start === undefined ? undefined : exports[controls.start];
  if (typeof start === 'function') start(published.value);
  return plainExports(exports, controls.published, declared, metered);
}

function counter(exports: Exports, name: string): Counter {
  const found = exports[name];
  if (found instanceof wasm.Global) return found;
  throw new TypeError(`The rewriter added no counter ${name}.`);
}
