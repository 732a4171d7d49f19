import type { Case } from '../../../case.ts';
import { changeCases } from './change.ts';
import { decisionCases, journalCases } from './decisions.ts';
import { guestCases } from './guest.ts';
import { loadCases } from './load.ts';
import { selectCases } from './select.ts';
import { statusCases } from './status.ts';
import { stepCases } from './steps.ts';
import { versionCases } from './versions.ts';

/** Hooks, in the order of their chapter. */
export const hookCases: readonly Case[] = [
  ...loadCases,
  ...changeCases,
  ...selectCases,
  ...stepCases,
  ...versionCases,
  ...statusCases,
  ...guestCases,
  ...decisionCases,
  ...journalCases,
];
