import { i32, i32Const } from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';

/** A module as a text. */
export const answerText = '(module (func (export "run") (result i32) i32.const 42))';

/** A module that gives each number from the export of that name. */
export function giving(...exports: readonly (readonly [name: string, number: number])[]): Uint8Array<ArrayBuffer> {
  return wasmModule({
    functions: exports.map(([name, number]) => ({ params: [], results: [i32], body: i32Const(number), export: name })),
  });
}
