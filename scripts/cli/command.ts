import { ok } from '#spec/result.ts';
import { type GlobalOptions, globalOptions, type OneOf, type OptionTable, type Parsed } from './options.ts';
import { parseOptions } from './parse-options.ts';
import type { Outcome } from './problem.ts';
import type { Shell } from './shell.ts';

/** What a command that succeeded leaves to be written. */
export interface Output {
  readonly stdout: string | Uint8Array;
  /** What a person should know and a program that reads the output should not. */
  readonly stderr?: string;
}

export interface CommandHelp {
  /** What the one line of the table does not say. */
  readonly about: string;
  /** A command line that works, given the files it names. */
  readonly example: string;
  readonly options: OptionTable;
  readonly oneOf: readonly OneOf[];
}

export interface Command extends CommandHelp {
  start(args: readonly string[], shell: Shell): Promise<Outcome<Output | 'help'>>;
}

interface CommandSpec<T extends OptionTable> extends CommandHelp {
  readonly options: T;
  readonly oneOf: readonly OneOf<(keyof T | keyof GlobalOptions) & string>[];
  /** Large parts of the library are loaded in here, so that help does not wait for them. */
  run(options: Parsed<T> & GlobalOptions, shell: Shell): Outcome<Output> | Promise<Outcome<Output>>;
}

/** Ties the options that a command declares to the types of the values that its `run` is given. */
export function command<const T extends OptionTable>({ run, ...help }: CommandSpec<T>): Command {
  return {
    ...help,
    start: async (args, shell) => {
      const line = parseOptions<T & typeof globalOptions>(args, { ...help.options, ...globalOptions }, help.oneOf);
      if (!line.ok) return line;
      return line.value.help ? ok('help') : run(line.value.options, shell);
    },
  };
}
