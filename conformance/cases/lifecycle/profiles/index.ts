import type { Case } from '../../../case.ts';
import { manifestCases } from './manifests.ts';
import { toldCases } from './told.ts';

export const profileCases: readonly Case[] = [...toldCases, ...manifestCases];
