import { type Exports, wasm } from '#reference/runtime/engine/web-assembly.ts';
import { parseWat } from '#reference/runtime/text/wat.ts';
import { engine } from '../guest.ts';

/** What the suite's modules may import from their host. */
const text = `
  (global (export "global_i32") i32 (i32.const 666)) (global (export "global_i64") i64 (i64.const 666))
  (global (export "global_f32") f32 (f32.const 666.6)) (global (export "global_f64") f64 (f64.const 666.6))
  (table (export "table") 10 20 funcref) (memory (export "memory") 1 2)
  (func (export "print")) (func (export "print_i32") (param i32)) (func (export "print_i64") (param i64))
  (func (export "print_f32") (param f32)) (func (export "print_f64") (param f64))
  (func (export "print_i32_f32") (param i32 f32)) (func (export "print_f64_f64") (param f64 f64))`;
const wideTable = '(table (export "table64") i64 10 20 funcref)';

/** Each script begins with one of its own. */
export async function hostModule(): Promise<() => Exports> {
  const parsed = await parseWat(`(module ${text} ${engine.features.has('table64') ? wideTable : ''})`);
  if (!parsed.ok) throw new SyntaxError(parsed.detail);
  const compiled = new wasm.Module(parsed.bytes);
  return () => new wasm.Instance(compiled).exports;
}
