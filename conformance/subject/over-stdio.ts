import type { SubjectSource } from './connection.ts';
import { connectOneShot } from './one-shot.ts';
import { type StdioOptions, withDefaults } from './stdio-options.ts';
import { connectStream } from './stream.ts';
import { showCommandLine } from './surroundings/command-line.ts';

export type { StdioOptions } from './stdio-options.ts';

/** A program that speaks the protocol on its standard input and output. */
export function overStdio(options: StdioOptions): SubjectSource {
  const settings = withDefaults(options);
  const connect = settings.transport === 'stream' ? connectStream : connectOneShot;
  return {
    label: showCommandLine(settings.argv),
    connect: (surroundings) => connect(settings, surroundings),
  };
}
