import type { Failure } from '#spec/failure.ts';
import type { CliFailure } from '../cli/problem.ts';
import type { Refusals } from '../cli/program.ts';
import { exitCodes, type Kind } from './exit.ts';

export const refusals: Refusals = {
  exitOf: ({ code }) => {
    const kind = kindOf(code);
    return { kind, exitCode: exitCodes[kind] };
  },
  hintFor: (problem, words) => {
    if (problem.code !== 'cli.unexpected-argument' || !['run', 'doctor', 'replay'].includes(words)) return undefined;
    return problem.argument === words
      ? `Leave out the second \`${words}\`; \`npm run conformance --\` says \`run\` by itself.`
      : 'A program and its arguments stand behind two dashes: palyra-conformance run -- ./my-adapter';
  },
};

function kindOf(code: (Failure | CliFailure)['code']): Kind {
  if (code === 'cli.interrupted') return 'cancelled';
  return code === 'cli.bug' ? 'internal_error' : 'misuse';
}
