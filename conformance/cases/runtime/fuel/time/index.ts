import type { Case } from '../../../../case.ts';
import { longCases } from './long.ts';
import { notLookedAtCases } from './not-looked-at.ts';
import { stopCases } from './stops.ts';
import { zeroCases } from './zero.ts';

/** What ends by its time, and what does not. No case depends on how fast a machine is. */
export const timeCases: readonly Case[] = [...stopCases, ...longCases, ...zeroCases, ...notLookedAtCases];
