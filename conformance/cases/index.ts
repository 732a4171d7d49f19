import type { Case } from '../case.ts';
import { a2uiCases } from './a2ui/index.ts';
import { artifactCases } from './artifact/index.ts';
import { auditCases } from './audit/index.ts';
import { exampleCases } from './examples.ts';
import { extensionCases } from './lifecycle/extensions/index.ts';
import { lifecycleCases } from './lifecycle/index.ts';
import { profileCases } from './lifecycle/profiles/index.ts';
import { manifestCases } from './manifest/index.ts';
import { runtimeCases } from './runtime/index.ts';
import { trustCases } from './trust/index.ts';

/** Every case there is, by area; within an area in the order in which a reader learns it. */
export const cases: readonly Case[] = [
  ...manifestCases,
  ...artifactCases,
  ...trustCases,
  ...auditCases,
  ...runtimeCases,
  ...lifecycleCases,
  ...extensionCases,
  ...profileCases,
  ...a2uiCases,
  ...exampleCases,
];
