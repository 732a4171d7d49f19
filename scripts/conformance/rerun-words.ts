import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { frozenSeed } from '#fixtures/world.ts';

/** The line that asks one case alone, of the same subject in the same world. */
export function rerunWords(id: string, seed: string, subject: readonly string[]): string {
  const world = seed === frozenSeed ? [] : ['--seed', seed];
  return showCommandLine(['palyra-conformance', 'run', '--case', id, ...world, ...subject]);
}
