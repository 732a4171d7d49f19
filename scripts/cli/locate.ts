import { ok } from '#spec/result.ts';
import { aliases, type CommandRow, commands } from './commands.ts';
import { nearest } from './nearest.ts';
import { globalOptions } from './options.ts';
import { readOption } from './parse-options.ts';
import { type Outcome, refuse } from './problem.ts';

/** What a command line asks for: a command and the arguments left for it, or help for a part of the tree, or the version. */
export type Located =
  | { readonly asks: 'command'; readonly row: CommandRow; readonly args: readonly string[] }
  | { readonly asks: 'help'; readonly words: string }
  | { readonly asks: 'version' };

/** Global options may stand before, between and after the words of a command; its own options only after them. */
export function locate(args: readonly string[]): Outcome<Located> {
  const before: string[] = [];
  let words = '';
  let help = false;
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (words === '' && (argument === '--version' || argument === '-V')) return ok({ asks: 'version' });
    if (argument.startsWith('-')) {
      const token = readOption(args, at, globalOptions);
      if (!token.ok) return token;
      const { name, width } = token.value;
      if (name === 'help') help = true;
      else before.push(...args.slice(at, at + width));
      at += width - 1;
    } else if (words === '' && argument === 'help') {
      help = true;
    } else {
      const child = words === '' ? (aliases.get(argument) ?? argument) : `${words} ${argument}`;
      const row = commands.find((row) => row.words === child);
      const rest = args.slice(at + 1);
      if (row !== undefined)
        return ok({ asks: 'command', row, args: [...(help ? ['--help'] : []), ...before, ...rest] });
      if (!commands.some((row) => row.words.startsWith(`${child} `))) return unknownCommand(argument, words);
      words = child;
    }
  }
  return help ? ok({ asks: 'help', words }) : refuse({ code: 'cli.missing-command', words });
}

function unknownCommand(word: string, words: string): Outcome<never> {
  const depth = words === '' ? 0 : words.length + 1;
  const siblings = commands
    .filter((row) => words === '' || row.words.startsWith(`${words} `))
    .map((row) => row.words.slice(depth).split(' ')[0] ?? '');
  return refuse({ code: 'cli.unknown-command', word, nearest: nearest(word, siblings) });
}
