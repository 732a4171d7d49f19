import type { Case } from '../../case.ts';
import { gateCases } from './gate/index.ts';
import { hookCases } from './hooks/index.ts';
import { indexDocumentCases } from './index-document/index.ts';
import { pluginCases } from './plugins/index.ts';
import { stepCases } from './step/index.ts';
import { viewCases } from './view/index.ts';

export const lifecycleCases: readonly Case[] = [
  ...indexDocumentCases,
  ...stepCases,
  ...viewCases,
  ...gateCases,
  ...pluginCases,
  ...hookCases,
];
