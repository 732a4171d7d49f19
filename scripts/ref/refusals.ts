import type { Refusals } from '../cli/program.ts';
import { exitCodes, kindOf } from './exit.ts';
import { hintFor } from './hints.ts';

export const refusals: Refusals = {
  exitOf: (problem, words) => {
    const kind = kindOf(problem, words);
    return { kind, exitCode: exitCodes[kind] };
  },
  hintFor,
};
