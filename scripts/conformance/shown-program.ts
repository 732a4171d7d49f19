import type { RenderOptions } from '#conformance/report/render/options.ts';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { programOption } from './subject-options.ts';

/** For commands that start nothing. */
export const shownProgram = {
  ...programOption,
  about: 'How the subject is started; it is shown and not run.',
} as const;

export function subjectCommand({ program }: { readonly program: readonly string[] }): RenderOptions {
  return program.length === 0 ? {} : { subjectCommand: showCommandLine(program) };
}
