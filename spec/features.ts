import { optionalFeatures } from './runtime.ts';

/** What a subject may declare in its greeting; what is asked of it then, it is only observed at without. */
export const features = [
  'fuel:wasmtime',
  'trap:class',
  ...optionalFeatures.map((name) => `wasm:${name}` as const),
] as const;

export type Feature = (typeof features)[number];
