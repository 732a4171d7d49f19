import type { Case } from '../../../case.ts';
import { capabilityCases } from './capabilities.ts';
import { eligibilityCases } from './eligibility.ts';
import { entryCases } from './entries.ts';
import { intervalCases } from './interval.ts';
import { planCases } from './plan.ts';
import { statusCases } from './statuses.ts';

export const viewCases: readonly Case[] = [
  ...entryCases,
  ...statusCases,
  ...eligibilityCases,
  ...capabilityCases,
  ...intervalCases,
  ...planCases,
];
