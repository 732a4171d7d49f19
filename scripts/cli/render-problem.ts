import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { reasons } from '#spec/reasons.ts';
import { describeProblem } from './describe-problem.ts';
import { commonHint } from './hints.ts';
import { ownWords } from './parse-options.ts';
import { isCliFailure, isOwnFailure, type Problem } from './problem.ts';
import type { Program } from './program.ts';
import type { Shell } from './shell.ts';
import { type Paint, painter, printable } from './terminal.ts';

type ErrorStyle = { readonly format: 'json' } | { readonly format: 'text'; readonly paint: Paint };

/** Read off the bare arguments, because an error in the arguments is told in the format they ask for too. */
export function errorStyle(args: readonly string[], shell: Shell): ErrorStyle {
  const name = '--output-format';
  const own = ownWords(args);
  const json = own.some((argument, at) => argument === `${name}=json` || (argument === name && own[at + 1] === 'json'));
  if (json) return { format: 'json' };
  return { format: 'text', paint: painter(shell, 'stderr', own.includes('--no-color')) };
}

export async function renderProblem(
  problem: Problem,
  program: Program,
  words: string,
  style: ErrorStyle,
): Promise<{ readonly exitCode: number; readonly text: string }> {
  const { exitOf, hintFor } = await program.refusals();
  const own = isOwnFailure(problem);
  const { kind, exitCode } = own ? problem : exitOf(problem, words);
  const requirement = own || isCliFailure(problem) ? undefined : reasons[problem.code].requirement;
  const message = describeProblem(problem, program);
  const hint = own ? problem.hint : (hintFor(problem, words) ?? commonHint(problem, program, words));
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
