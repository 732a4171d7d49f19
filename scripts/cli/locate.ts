import { nearest } from '#conformance/nearest.ts';
import { ok } from '#spec/result.ts';
import { readOption } from './parse-options.ts';
import { type Outcome, refuse } from './problem.ts';
import { type CommandRow, commandsBelow, type Program } from './program.ts';

/** What a command line asks for: a command and the arguments left for it, or help for a part of the tree, or the version. */
export type Located =
  | { readonly asks: 'command'; readonly row: CommandRow; readonly args: readonly string[] }
  | { readonly asks: 'help'; readonly words: string }
  | { readonly asks: 'version' };

/** Global options may stand before, between and after the words of a command; its own options only after them. */
export function locate(args: readonly string[], program: Program): Outcome<Located> {
  const { aliases, commands, options } = program;
  const before: string[] = [];
  let words = '';
  let help = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (words === '' && (argument === '--version' || argument === '-V')) return ok({ asks: 'version' });
    if (argument.startsWith('-')) {
      const token = readOption(args, at, options);
      if (!token.ok) return token;
      const { name, width } = token.value;
      if (name === 'help') help = true;
      else before.push(...args.slice(at, at + width));
      at += width - 1;
    } else if (words === '' && argument === 'help') {
      help = true;
    } else {
      const line = words === '' ? argument : `${words} ${argument}`;
      const child = aliases.get(line) ?? line;
      const row = commands.find((row) => row.words === child);
      const rest = args.slice(at + 1);
      if (row !== undefined)
        return ok({ asks: 'command', row, args: [...(help ? ['--help'] : []), ...before, ...rest] });
      if (commandsBelow(program, child).length === 0) return unknownCommand(argument, words, program);
      words = child;
    }
  }
  return help ? ok({ asks: 'help', words }) : refuse({ code: 'cli.missing-command', words });
}

function unknownCommand(word: string, words: string, program: Program): Outcome<never> {
  const depth = words === '' ? 0 : words.length + 1;
  const siblings = commandsBelow(program, words).map((row) => row.words.slice(depth).split(' ')[0] ?? '');
  return refuse({ code: 'cli.unknown-command', word, nearest: nearest(word, siblings) });
}
