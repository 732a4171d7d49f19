/** Why a module, or one run of it, was turned down. The code is the contract, the other fields are the evidence. */
export type RuntimeFailure =
  | { readonly code: 'runtime.malformed'; readonly offset: number; readonly detail: string }
  | { readonly code: 'runtime.malformed-text'; readonly detail: string }
  | { readonly code: 'runtime.invalid' }
  | { readonly code: 'runtime.excluded-feature'; readonly offset: number; readonly feature: ExcludedFeature }
  | { readonly code: 'runtime.missing-feature'; readonly features: readonly OptionalFeature[] }
  | { readonly code: 'runtime.too-large'; readonly what: SizeCap; readonly limit: number }
  | { readonly code: 'runtime.engine-refused'; readonly detail: string };

/** What the profile leaves out, whatever the engine below could do. */
export type ExcludedFeature =
  | 'component'
  | 'custom-page-sizes'
  | 'exceptions'
  | 'externref'
  | 'function-references'
  | 'gc'
  | 'relaxed-simd'
  | 'threads'
  | 'unknown-opcode'
  | 'unknown-section';

/** What the profile has where the engine below has it. */
export type OptionalFeature = 'extended-const' | 'memory64' | 'multi-memory' | 'table64';

export type SizeCap =
  | 'module'
  | 'text'
  | 'types'
  | 'imports'
  | 'functions'
  | 'tables'
  | 'memories'
  | 'globals'
  | 'exports'
  | 'elements'
  | 'data'
  | 'name'
  | 'params'
  | 'results'
  | 'locals'
  | 'nesting'
  | 'function';

export type RuntimeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RuntimeFailure };
