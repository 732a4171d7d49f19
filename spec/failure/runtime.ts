import type { ExcludedFeature, OptionalFeature, SizeCap } from '../runtime.ts';

/** Why a module, or one run of it, was turned down. The code is the contract, the other fields are the evidence. */
export type RuntimeFailure =
  | { readonly code: 'runtime.malformed'; readonly offset: number; readonly detail: string }
  | { readonly code: 'runtime.malformed-text'; readonly detail: string }
  | { readonly code: 'runtime.invalid' }
  | { readonly code: 'runtime.excluded-feature'; readonly offset: number; readonly feature: ExcludedFeature }
  | { readonly code: 'runtime.missing-feature'; readonly features: readonly OptionalFeature[] }
  | { readonly code: 'runtime.too-large'; readonly what: SizeCap; readonly limit: number }
  | { readonly code: 'runtime.engine-refused'; readonly detail: string };

export function describeRuntime(failure: RuntimeFailure): string {
  switch (failure.code) {
    case 'runtime.malformed':
      return `The module is no WebAssembly binary: ${failure.detail}, at byte ${failure.offset}.`;
    case 'runtime.malformed-text':
      return `The module is neither a WebAssembly binary nor its text format: ${failure.detail}.`;
    case 'runtime.invalid':
      return 'The module is not valid WebAssembly; `wasm-tools validate` says why.';
    case 'runtime.excluded-feature':
      return `The module uses ${failure.feature}, at byte ${failure.offset}, which plugins must do without.`;
    case 'runtime.missing-feature':
      return `The module uses what the engine of this host does not have: ${failure.features.join(', ')}.`;
    case 'runtime.too-large':
      return `The module has too much of one thing (${failure.what}); the most is ${failure.limit}.`;
    case 'runtime.engine-refused':
      return `The engine of this host cannot compile the module: ${failure.detail}.`;
    default:
      return failure satisfies never;
  }
}
