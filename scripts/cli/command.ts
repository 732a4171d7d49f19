import { ok } from '#spec/result.ts';
import type { OneOf, OptionTable, Parsed } from './options.ts';
import { parseOptions } from './parse-options.ts';
import type { Outcome } from './problem.ts';
import type { Shell } from './shell.ts';

/** What a command that succeeded leaves to be written. */
export interface Output {
  readonly stdout: string | Uint8Array;
  /** What a person should know and a program that reads the output should not. */
  readonly stderr?: string;
  /** Where success has more than one face, as a run that was whole and found faults has. */
  readonly exitCode?: number;
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

interface CommandSpec<T extends OptionTable, G extends OptionTable> extends CommandHelp {
  readonly options: T;
  readonly oneOf: readonly OneOf<(keyof T | keyof G) & string>[];
  /** Large parts of the library are loaded in here, so that help does not wait for them. */
  run(options: Parsed<T> & Parsed<G>, shell: Shell): Outcome<Output> | Promise<Outcome<Output>>;
}

export type CommandMaker<G extends OptionTable> = <const T extends OptionTable>(spec: CommandSpec<T, G>) => Command;

/**
 * Ties the options that a command declares, and those that every command of its program takes, to the types of the
 * values that its `run` is given.
 */
export function commandMaker<const G extends OptionTable>(globalOptions: G): CommandMaker<G> {
  return <const T extends OptionTable>({ run, ...help }: CommandSpec<T, G>): Command => ({
    ...help,
    start: async (args, shell) => {
      const line = parseOptions<T & G>(args, { ...help.options, ...globalOptions }, help.oneOf);
      if (!line.ok) return line;
      return line.value.help ? ok('help') : run(line.value.options as Parsed<T> & Parsed<G>, shell);
    },
  });
}
