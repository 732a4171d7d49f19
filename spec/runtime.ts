/** The words with which a host says how the run of a module ended; the chapter on the runtime defines each of them. */

export const stopClasses = ['linker', 'missing-export', 'execution', 'limit', 'timed-out'] as const;
export type StopClass = (typeof stopClasses)[number];

/** As coarse as engines agree: one takes apart what another joins. */
export const trapClasses = [
  'unreachable',
  'memory-bounds',
  'table-bounds',
  'indirect-call',
  'division-by-zero',
  'integer-overflow-or-conversion',
  'stack-exhausted',
] as const;
export type TrapClass = (typeof trapClasses)[number];

/** What the profile has where the engine below has it. */
export const optionalFeatures = ['extended-const', 'memory64', 'multi-memory', 'table64'] as const;
export type OptionalFeature = (typeof optionalFeatures)[number];

/** What the profile leaves out, whatever the engine below could do. */
export type ExcludedFeature =
  | 'component'
  | 'custom-page-sizes'
  | 'exceptions'
  | 'externref'
  | 'function-references'
  | 'gc'
  | 'relaxed-simd'
  | 'stack-switching'
  | 'threads'
  | 'unknown-opcode'
  | 'unknown-section'
  | 'wide-arithmetic';

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
  | 'localsAtLabels'
  | 'values'
  | 'function';

/** What ended a run that did not finish. */
export type StopCause =
  | { readonly kind: 'unknown-import'; readonly module: string; readonly name: string }
  | { readonly kind: 'import-type'; readonly module: string; readonly name: string }
  | { readonly kind: 'instances'; readonly limit: bigint }
  | { readonly kind: 'initial-memory'; readonly index: number; readonly pages: bigint }
  | { readonly kind: 'initial-table'; readonly index: number; readonly elements: bigint }
  | { readonly kind: 'missing-export'; readonly name: string }
  | { readonly kind: 'trap'; readonly trap: TrapClass; readonly detail: string }
  /** The engine gave up for a reason of its own, such as the memory of the machine. */
  | { readonly kind: 'engine'; readonly detail: string }
  | { readonly kind: 'out-of-fuel' }
  | { readonly kind: 'deadline' };
