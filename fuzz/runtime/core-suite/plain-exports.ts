import * as op from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { type Exports, wasm } from '#reference/runtime/engine/web-assembly.ts';
import { external, type Outline } from '#reference/runtime/rewrite/outline.ts';
import { exportedFunction } from '../outline-of.ts';

/**
 * The exports of a metered instance as its module declared them: a metered function also takes the count of the fuel and
 * gives it back behind its results, and whoever calls it takes it from where it is published and puts it back there.
 */
export function plainExports(exports: Exports, published: string, declared: Outline, metered: Outline): Exports {
  const adapted = [...declared.exports].flatMap(([name, { kind }]) => {
    if (kind !== external.function) return [];
    const [type, meteredType] = [exportedFunction(declared, name).type, exportedFunction(metered, name).type];
    return type.params.length === meteredType.params.length ? [] : [{ name, type, meteredType }];
  });
  if (adapted.length === 0) return exports;
  const adapter = wasmModule({
    imports: [
      { module: 'metered', name: published, what: [0x03, op.i64, 0x01] },
      ...adapted.map(({ name, meteredType }) => ({ module: 'metered', name, what: meteredType })),
    ],
    functions: adapted.map(({ name, type }, i) => ({
      ...type,
      export: name,
      body: [type.params.map((_, local) => op.localGet(local)), op.globalGet(0), op.call(i), op.globalSet(0)],
    })),
  });
  return { ...exports, ...new wasm.Instance(new wasm.Module(adapter), { metered: exports }).exports };
}
