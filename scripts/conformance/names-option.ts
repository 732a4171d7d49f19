import { names, runtime } from '#spec/constants.ts';
import type { Parameters } from '#spec/subject.ts';
import type { OptionTable } from '../cli/options.ts';

/** For inputs that are built without a subject that could state its own. */
export const namesOption = {
  names: {
    kind: 'choice',
    choices: ['shipped', 'documented'],
    about: 'Whose names stand in the inputs where shipping software and documentation differ.',
  },
} as const satisfies OptionTable;

export function parametersOf(whose: keyof typeof names): Parameters {
  return { names: names[whose], runtime };
}
