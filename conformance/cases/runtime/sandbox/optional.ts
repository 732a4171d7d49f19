import type { Feature } from '#spec/features.ts';
import type { Case } from '../../../case.ts';
import { needing } from './given.ts';
import { calculatedConstants } from './optional-constants.ts';
import { manyMemories } from './optional-many-memories.ts';
import { wideBesideNarrow, wideMemories } from './optional-wide-memories.ts';
import { wideTables } from './optional-wide-tables.ts';

/** What is asked of a subject that has the features. */
export const optionalFeatures: readonly Case[] = [
  ...of(['wasm:multi-memory'], manyMemories),
  ...of(['wasm:memory64'], wideMemories),
  ...of(['wasm:memory64', 'wasm:multi-memory'], [wideBesideNarrow]),
  ...of(['wasm:table64'], wideTables),
  ...of(['wasm:extended-const'], calculatedConstants),
];

function of(features: readonly Feature[], cases: readonly Case[]): readonly Case[] {
  return cases.map((one) => needing(features, one));
}
