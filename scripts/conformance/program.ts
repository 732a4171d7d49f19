import { commonOptions } from '../cli/options.ts';
import type { Program } from '../cli/program.ts';
import { commands } from './commands.ts';
import { exits } from './exit.ts';

export const palyraConformance: Program = {
  name: 'palyra-conformance',
  about: 'Puts an implementation of Palyra skills to the test, and says which requirement is not met, and why.',
  commands,
  aliases: new Map([['report verify', 'verify-report']]),
  options: commonOptions,
  exits,
  firstSteps: `palyra-conformance run
palyra-conformance doctor -- ./my-adapter
palyra-conformance run --area manifest -- ./my-adapter
palyra-conformance explain MAN-SKILL-ID`,
  refusals: async () => (await import('./refusals.ts')).refusals,
};
