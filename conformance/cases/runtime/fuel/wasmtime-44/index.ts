import type { Case } from '../../../../case.ts';
import { besideTimeCases } from './beside-time.ts';
import { boundsCases } from './bounds.ts';
import { boundsByWidthCases } from './bounds-by-width.ts';
import { branchCases } from './branches.ts';
import { bulkCases } from './bulk.ts';
import { callCases } from './calls.ts';
import { deadCodeCases } from './dead-code.ts';
import { freeCases } from './free.ts';
import { goldenCases } from './golden.ts';
import { linkingCases } from './linking.ts';
import { loopCases } from './loops.ts';
import { manyLocalsCases } from './many-locals.ts';
import { operatorCases } from './operators.ts';
import { optionalCases } from './optional.ts';
import { overshootCases } from './overshoot.ts';
import { owedCases } from './owed.ts';
import { owedByTrapsCases } from './owed-by-traps.ts';
import { placeCases } from './places.ts';
import { rangeCases } from './range.ts';
import { startCases } from './start.ts';
import { timeOverCases } from './time-over.ts';
import { toldCases } from './told.ts';
import { trappedCases } from './trapped.ts';
import { unevenCases } from './uneven.ts';
import { vectorCases } from './vectors.ts';
import { wideCallCases } from './wide-calls.ts';

/** The price list of one version of one engine, for those who say that they keep it. */
export const wasmtime44Cases: readonly Case[] = [
  ...goldenCases,
  ...freeCases,
  ...operatorCases,
  ...placeCases,
  ...manyLocalsCases,
  ...vectorCases,
  ...bulkCases,
  ...branchCases,
  ...unevenCases,
  ...deadCodeCases,
  ...loopCases,
  ...overshootCases,
  ...callCases,
  ...wideCallCases,
  ...startCases,
  ...linkingCases,
  ...toldCases,
  ...trappedCases,
  ...owedCases,
  ...owedByTrapsCases,
  ...boundsCases,
  ...boundsByWidthCases,
  ...rangeCases,
  ...besideTimeCases,
  ...timeOverCases,
  ...optionalCases,
];
