import type { Feature } from '#spec/features.ts';

/** What a subject says of itself by declaring a feature. */
export const featureTexts: Readonly<Record<Feature, string>> = {
  'fuel:wasmtime':
    'It counts fuel as Wasmtime 44.0 does where nothing about fuel is configured, unit by unit: the rule `wasmtime-44` of spec/runtime.md.',
  'trap:class': 'It tells with `trap` what ended a run that trapped, with whatever word the run stopped.',
  'wasm:extended-const': 'Its constant expressions may add, subtract and multiply integers.',
  'wasm:memory64': 'Its memories may have addresses of 64 bits.',
  'wasm:multi-memory': 'Its modules may have more than one memory.',
  'wasm:table64': 'Its tables may have indices of 64 bits.',
};
