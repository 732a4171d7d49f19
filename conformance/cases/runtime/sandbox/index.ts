import type { Case } from '../../../case.ts';
import { binaries } from './binary.ts';
import { refusedBinaries } from './binary-refused.ts';
import { canonicalGrants } from './canonical.ts';
import { capabilities } from './capabilities.ts';
import { caps } from './caps.ts';
import { compileFirst } from './compile-first.ts';
import { compiled } from './compiled.ts';
import { entrypointKinds } from './entrypoint-kinds.ts';
import { entrypoints } from './entrypoints.ts';
import { excluded } from './excluded.ts';
import { excludedUnreached } from './excluded-unreached.ts';
import { exitCodes } from './exit-codes.ts';
import { fresh } from './fresh.ts';
import { handlesTold } from './handles-told.ts';
import { hostReferences } from './host-references.ts';
import { instances } from './instances.ts';
import { linkNames } from './link-names.ts';
import { linkTypes } from './link-types.ts';
import { manyLocals } from './many-locals.ts';
import { memoryBegins, memoryMaximums } from './memory-begins.ts';
import { memoryGrowth } from './memory-growth.ts';
import { namesInert } from './names-inert.ts';
import { floats } from './numbers-floats.ts';
import { integers } from './numbers-integers.ts';
import { optionalFeatures } from './optional.ts';
import { optionalMissing } from './optional-missing.ts';
import { order } from './order.ts';
import { profileArms } from './profile-arms.ts';
import { profileControl } from './profile-control.ts';
import { profileMemory } from './profile-memory.ts';
import { profileNumbers } from './profile-numbers.ts';
import { profileVectors } from './profile-vectors.ts';
import { segmentKinds } from './segment-kinds.ts';
import { segments } from './segments.ts';
import { stack } from './stack.ts';
import { start } from './start.ts';
import { tableBegins, tableMaximums } from './table-begins.ts';
import { tableGrowth } from './table-growth.ts';
import { texts } from './text.ts';
import { refusedTexts } from './text-refused.ts';
import { textSizes } from './text-size.ts';
import { traps } from './traps.ts';
import { trapsWithoutFuel } from './traps-without-fuel.ts';
import { validity } from './valid.ts';
import { workedExample } from './worked-example.ts';

export const sandboxCases: readonly Case[] = [
  ...texts,
  ...refusedTexts,
  ...textSizes,
  ...binaries,
  ...refusedBinaries,
  ...segmentKinds,
  ...validity,
  ...excluded,
  ...excludedUnreached,
  ...optionalFeatures,
  ...optionalMissing,
  ...caps,
  ...manyLocals,
  ...compileFirst,
  ...profileNumbers,
  ...profileControl,
  ...profileArms,
  ...profileMemory,
  ...profileVectors,
  ...integers,
  ...floats,
  ...linkNames,
  ...linkTypes,
  ...order,
  ...segments,
  ...start,
  ...entrypoints,
  ...entrypointKinds,
  ...exitCodes,
  ...traps,
  ...trapsWithoutFuel,
  ...namesInert,
  ...fresh,
  ...stack,
  ...memoryBegins,
  ...memoryGrowth,
  ...memoryMaximums,
  ...tableBegins,
  ...tableGrowth,
  ...tableMaximums,
  ...instances,
  ...capabilities,
  ...hostReferences,
  ...handlesTold,
  ...canonicalGrants,
  ...workedExample,
  ...compiled,
];
