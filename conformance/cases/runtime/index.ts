import type { Case } from '../../case.ts';
import { contractsCases } from './contracts/index.ts';
import { fuelCases } from './fuel/index.ts';
import { runnerCases } from './runner/index.ts';
import { sandboxCases } from './sandbox/index.ts';

/** The sandbox and its fuel, the tool that runs plugins in it, and the contracts that plugins declare. */
export const runtimeCases: readonly Case[] = [...sandboxCases, ...fuelCases, ...runnerCases, ...contractsCases];
