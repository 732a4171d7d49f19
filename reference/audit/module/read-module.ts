import type { OptionalFeature } from '#spec/runtime.ts';
import { wasm } from '../../runtime/engine/web-assembly.ts';
import type { RuntimeResult } from '../../runtime/result.ts';
import { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import { readOutline } from '../../runtime/rewrite/outline.ts';
import { measureCustomSections } from './custom-sections.ts';
import type { Effort } from './effort.ts';
import { mostValuesOf } from './function-scan.ts';
import { factsOf, type ModuleFacts } from './module-facts.ts';
import { scanCode } from './scan-code.ts';

/**
 * AUD-VALIDATION: whether a binary is a module of the profile, and what it is like. Nothing of it is compiled. The engine
 * is asked last, and only about what cannot keep it busy: it would accept more than the profile has.
 */
export function readModule(bytes: Uint8Array<ArrayBuffer>, effort: Effort): RuntimeResult<ModuleFacts> {
  const reader = new ByteReader(bytes);
  const uses = new Set<OptionalFeature>();
  const outline = readOutline(reader, uses);
  const code = scanCode(reader, outline, uses);
  if (reader.fault !== undefined) return { ok: false, failure: reader.fault };
  const steps = code.locals + (bytes.length / 2) * (1 + mostValuesOf(outline));
  const tooMuch = effort.spend(steps, outline.types.length);
  if (tooMuch !== undefined) return { ok: false, failure: tooMuch };
  if (!wasm.validate(bytes)) return { ok: false, failure: { code: 'runtime.invalid' } };
  return { ok: true, value: factsOf(outline, code, measureCustomSections(bytes)) };
}
