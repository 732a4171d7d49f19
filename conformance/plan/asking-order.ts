import { frozenSeed } from '#fixtures/world.ts';
import type { Case } from '../case.ts';
import { stableNumber } from './shard.ts';

/**
 * The frozen cases are asked in the order of the report. In any other world it is another order, since a subject that
 * gives its nth answer of an earlier run to the nth call has not read the call.
 */
export function askingOrder(cases: readonly Case[], seed: string): readonly Case[] {
  if (seed === frozenSeed) return cases;
  const placeOf = new Map(cases.map((one) => [one, stableNumber(`${seed}/${one.id}`)]));
  return cases.toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
}
