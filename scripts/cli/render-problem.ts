import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { reasons } from '#spec/reasons.ts';
import { describeProblem } from './describe-problem.ts';
import { exitCodes, kindOf } from './exit.ts';
import { hintFor } from './hints.ts';
import { isCliFailure, type Problem } from './problem.ts';
import type { Shell } from './shell.ts';
import { type Paint, painter, printable } from './terminal.ts';

type ErrorStyle = { readonly format: 'json' } | { readonly format: 'text'; readonly paint: Paint };

/** Read off the bare arguments, because an error in the arguments is told in the format they ask for too. */
export function errorStyle(args: readonly string[], shell: Shell): ErrorStyle {
  const name = '--output-format';
  const json = args.some(
    (argument, at) => argument === `${name}=json` || (argument === name && args[at + 1] === 'json'),
  );
  if (json) return { format: 'json' };
  return { format: 'text', paint: painter(shell, 'stderr', args.includes('--no-color')) };
}

export function renderProblem(problem: Problem, words: string, style: ErrorStyle): { exitCode: number; text: string } {
  const kind = kindOf(problem);
  const requirement = isCliFailure(problem) ? undefined : reasons[problem.code].requirement;
  const message = describeProblem(problem);
  const hint = hintFor(problem, words);
  const exitCode = exitCodes[kind];
  if (style.format === 'json') {
    const error = new Map<string, Json>([
      ['kind', kind],
      ['code', problem.code],
      ['requirement', requirement ?? null],
      ['message', message],
      ['hint', hint ?? null],
    ]);
    return {
      exitCode,
      text: `${encodeJson(
        new Map<string, Json>([
          ['version', 1n],
          ['error', error],
        ]),
      )}\n`,
    };
  }
  const reason = requirement === undefined ? problem.code : `${problem.code} (${requirement})`;
  const lines = [`${style.paint('red', `error[${kind}]`)} ${printable(`${reason}: ${message}`)}`];
  if (hint !== undefined) lines.push(`  hint: ${printable(hint)}`);
  return { exitCode, text: `${lines.join('\n')}\n` };
}
