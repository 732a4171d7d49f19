import type { Failure } from '#spec/failure.ts';
import { requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import { type CliFailure, isCliFailure } from './problem.ts';
import { commandsBelow, type Program, programLine } from './program.ts';

/** The next step where it is the same for every program. `words` is the command that was called. */
export function commonHint(problem: Failure | CliFailure, program: Program, words: string): string | undefined {
  switch (problem.code) {
    case 'cli.missing-command':
      return `The commands are: ${wordsBelow(program, problem.words).join(', ')}.`;
    case 'cli.unknown-command':
    case 'cli.unknown-option':
    case 'cli.missing-option':
    case 'cli.missing-value':
    case 'cli.missing-argument':
    case 'cli.unexpected-argument':
    case 'cli.conflicting-options':
      return `\`${programLine(program, words)} --help\` shows what there is.`;
  }
  if (isCliFailure(problem)) return undefined;
  const { requirement } = reasons[problem.code];
  const chapter = requirements.find(({ id }) => id === requirement)?.chapter;
  return `The rule is ${requirement} in ${chapter}.`;
}

function wordsBelow(program: Program, words: string): readonly string[] {
  return commandsBelow(program, words).map((row) => row.words);
}
