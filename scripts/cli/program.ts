import type { Failure } from '#spec/failure.ts';
import type { Command } from './command.ts';
import type { OptionTable } from './options.ts';
import type { CliFailure } from './problem.ts';

/** A command is one row of its program and one file, which is loaded when it is called for and not before. */
export interface CommandRow {
  readonly words: string;
  readonly summary: string;
  load(): Promise<{ readonly default: Command }>;
}

/** What one program of the package is, for the frame that all of them share. */
export interface Program {
  readonly name: string;
  /** The sentence that its help begins with. */
  readonly about: string;
  readonly commands: readonly CommandRow[];
  /** Other spellings of the first words. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Taken by every command. */
  readonly options: OptionTable;
  readonly exits: readonly (readonly [code: string, meaning: string])[];
  /** A few lines that work one after the other and show what the program is for. */
  readonly firstSteps: string;
  /** Loaded when something is refused. */
  refusals(): Promise<Refusals>;
}

export interface Refusals {
  /** Decided by the code and by `words`, the command that was called, never by the wording. */
  exitOf(problem: Failure | CliFailure, words: string): Exit;
  /** The next step, where the program knows a better one than the frame. */
  hintFor(problem: Failure | CliFailure, words: string): string | undefined;
}

interface Exit {
  readonly kind: string;
  readonly exitCode: number;
}

export function programLine({ name }: Pick<Program, 'name'>, words: string): string {
  return words === '' ? name : `${name} ${words}`;
}

/** The commands that begin with the same words. */
export function commandsBelow({ commands }: Program, words: string): readonly CommandRow[] {
  return commands.filter((row) => words === '' || row.words.startsWith(`${words} `));
}
