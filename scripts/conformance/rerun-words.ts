import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { frozenSeed } from '#fixtures/world.ts';

/** The line that asks one case alone, of the same subject in the same world; `program` are the words of this one. */
export function rerunWords(program: readonly string[], id: string, seed: string, subject: readonly string[]): string {
  const world = seed === frozenSeed ? [] : ['--seed', seed];
  return showCommandLine([...program, 'run', '--case', id, ...world, ...subject]);
}
