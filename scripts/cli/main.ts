import { ok } from '#spec/result.ts';
import type { Output } from './command.ts';
import { type Located, locate } from './locate.ts';
import { ownWords } from './parse-options.ts';
import { type Outcome, type Problem, refuse } from './problem.ts';
import type { Program } from './program.ts';
import type { Shell } from './shell.ts';
import { isText, type Paint, painter } from './terminal.ts';

export type Finished = Required<Output>;

/** A whole program but for the streams: a command line in, what to write and how to leave out. */
export async function runCommandLine(program: Program, args: readonly string[], shell: Shell): Promise<Finished> {
  let words = '';
  let outcome: Outcome<Output>;
  try {
    const located = args.every(isText)
      ? locate(args, program)
      : refuse({ code: 'cli.not-utf8', source: 'An argument' });
    if (located.ok && located.value.asks === 'command') words = located.value.row.words;
    const paint = painter(shell, 'stdout', ownWords(args).includes('--no-color'));
    outcome = located.ok ? await answer(program, located.value, shell, paint) : located;
  } catch (error) {
    outcome = refuse({ code: 'cli.bug', detail: describeBug(error) });
  }
  return outcome.ok
    ? { exitCode: 0, stderr: '', ...outcome.value }
    : failed(outcome.failure, program, args, shell, words);
}

async function answer(program: Program, located: Located, shell: Shell, paint: Paint): Promise<Outcome<Output>> {
  if (located.asks === 'command') {
    const { row, args } = located;
    const { default: command } = await row.load();
    const output = await command.start(args, shell);
    if (!output.ok) return output;
    if (output.value !== 'help') return ok(output.value);
    const { commandHelp } = await import('./help.ts');
    return ok({ stdout: commandHelp(program, row, command, paint) });
  }
  const { groupHelp, versionLine } = await import('./help.ts');
  return ok({ stdout: located.asks === 'help' ? groupHelp(program, located.words, paint) : versionLine(program) });
}

/** Also how a refusal that happens outside a command, such as an interruption, is told. */
export async function failed(
  problem: Problem,
  program: Program,
  args: readonly string[],
  shell: Shell,
  words = '',
): Promise<Finished> {
  const { errorStyle, renderProblem } = await import('./render-problem.ts');
  const { exitCode, text } = await renderProblem(problem, program, words, errorStyle(args, shell));
  return { exitCode, stdout: '', stderr: text };
}

/** What was thrown and where, enough for a report on one line. */
function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
  return [`${error.name}: ${error.message}`, frame.trim()].join(' ').trim();
}
