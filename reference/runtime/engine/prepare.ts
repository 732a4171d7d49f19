import type { OptionalFeature } from '#spec/runtime.ts';
import type { RuntimeResult } from '../result.ts';
import { type RewrittenModule, rewriteModule } from '../rewrite/rewrite-module.ts';
import { type Description, describeModule } from './description.ts';
import { beyondEngine } from './engine-limits.ts';
import type { Scrutiny } from './insight.ts';
import { type Compiled, wasm } from './web-assembly.ts';

/** A module that has been checked and rewritten, ready for any number of runs. */
export interface PreparedModule extends Omit<RewrittenModule, 'bytes' | 'extent' | 'items'> {
  readonly compiled: Compiled;
  /** Nothing where no scrutiny is wanted. */
  readonly description: Description | undefined;
  /** About how many bytes it takes to keep it, code that is compiled later not counted. */
  readonly weight: number;
}

/** What an engine, and we, keep of a function, an import or an export beyond its bytes; measured and rounded up. */
const bytesPerItem = 500;

export function prepareModule(
  bytes: Uint8Array<ArrayBuffer>,
  engine: ReadonlySet<OptionalFeature>,
  scrutiny?: Scrutiny,
): RuntimeResult<PreparedModule> {
  const rewritten = rewriteModule(bytes, { profiled: scrutiny === 'profiled' });
  if (!rewritten.ok) return rewritten;
  const missing = [...rewritten.value.uses].filter((feature) => !engine.has(feature));
  if (missing.length > 0) return { ok: false, failure: { code: 'runtime.missing-feature', features: missing } };
  // What is validated is what the guest wrote: once rewritten it could name what was added.
  if (!wasm.validate(bytes)) {
    const beyond = beyondEngine(rewritten.value.extent);
    if (beyond !== undefined) return { ok: false, failure: { code: 'runtime.engine-refused', detail: beyond } };
    const failure = { code: 'runtime.invalid' } as const;
    return scrutiny === undefined ? { ok: false, failure } : { ok: false, failure, engineSays: complaintAbout(bytes) };
  }
  const { bytes: metered, items, extent: _, ...rest } = rewritten.value;
  try {
    const description = scrutiny && describeModule(bytes);
    const weight = metered.length + items * bytesPerItem;
    return { ok: true, value: { ...rest, compiled: new wasm.Module(metered), description, weight } };
  } catch (error) {
    // An engine has limits of its own, and a metered function is larger than the guest's.
    return { ok: false, failure: { code: 'runtime.engine-refused', detail: String(error) } };
  }
}

function complaintAbout(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    new wasm.Module(bytes);
  } catch (error) {
    return error instanceof Error ? error.message.replace('WebAssembly.Module(): ', '') : String(error);
  }
  return '';
}
