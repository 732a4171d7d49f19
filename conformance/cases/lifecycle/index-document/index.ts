import type { Case } from '../../../case.ts';
import { currentCases } from './current.ts';
import { fieldCases } from './fields.ts';
import { nameCases } from './names.ts';
import { orderCases } from './order.ts';
import { textCases } from './text.ts';
import { versionCases } from './version.ts';

export const indexDocumentCases: readonly Case[] = [
  ...textCases,
  ...versionCases,
  ...fieldCases,
  ...nameCases,
  ...orderCases,
  ...currentCases,
];
