import type { Case } from '../../../case.ts';
import { asRunCases } from './as-run.ts';
import { inputCases } from './input.ts';
import { rowCases } from './rows.ts';

export const gateCases: readonly Case[] = [...inputCases, ...rowCases, ...asRunCases];
