import type { OptionalFeature, RuntimeResult } from '../failure.ts';
import { type RewrittenModule, rewriteModule } from '../rewrite/rewrite-module.ts';
import { type Compiled, wasm } from './web-assembly.ts';

/** A module that has been checked and rewritten, ready for any number of runs. */
export interface PreparedModule extends Omit<RewrittenModule, 'bytes'> {
  readonly compiled: Compiled;
}

export function prepareModule(
  bytes: Uint8Array<ArrayBuffer>,
  engine: ReadonlySet<OptionalFeature>,
): RuntimeResult<PreparedModule> {
  const rewritten = rewriteModule(bytes);
  if (!rewritten.ok) return rewritten;
  const missing = [...rewritten.value.uses].filter((feature) => !engine.has(feature));
  if (missing.length > 0) return { ok: false, failure: { code: 'runtime.missing-feature', features: missing } };
  // What is validated is what the guest wrote: once rewritten it could name what was added.
  if (!wasm.validate(bytes)) return { ok: false, failure: { code: 'runtime.invalid' } };
  const { bytes: metered, ...rest } = rewritten.value;
  try {
    return { ok: true, value: { ...rest, compiled: new wasm.Module(metered) } };
  } catch (error) {
    // An engine has limits of its own, and a metered function is larger than the guest's.
    return { ok: false, failure: { code: 'runtime.engine-refused', detail: String(error) } };
  }
}
