import type { Case } from '../../../case.ts';
import { endCases } from './ends.ts';
import { nothingCases } from './nothing.ts';
import { ownLocalsCases } from './own-locals.ts';
import { relationCases } from './relations.ts';
import { timeCases } from './time/index.ts';
import { wasmtime44Cases } from './wasmtime-44/index.ts';

/** Fuel and time as everybody has to keep them, and the one price list that has a name. */
export const fuelCases: readonly Case[] = [
  ...endCases,
  ...ownLocalsCases,
  ...relationCases,
  ...nothingCases,
  ...timeCases,
  ...wasmtime44Cases,
];
