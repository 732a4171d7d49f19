import { resolve } from 'node:path';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { namesOption, parametersOf } from '../names-option.ts';
import { programWords } from '../program-words.ts';
import { seedOf, seedOptions } from '../seed-options.ts';

export default command({
  about: `Writes all there is to one case: the request as JSON and its blobs, what is expected, the accepted twin that it is
one edit away from, the clause, and a transcript that can be fed to an adapter by hand or with \`replay\`. An earlier
extract in the folder is replaced, anything else is left alone.`,
  example: 'palyra-conformance extract manifest/utf8-latin-1 latin-1',
  options: {
    case: { kind: 'argument', shows: 'case', about: 'The id of the case.' },
    folder: { kind: 'argument', shows: 'folder', about: 'Where it goes.' },
    ...seedOptions,
    ...namesOption,
  },
  oneOf: [{ of: ['fresh', 'seed'], required: false }],
  run: async (options, shell) => {
    const seed = seedOf(options, shell);
    if (!seed.ok) return seed;
    const [{ cases }, { caseFormat, extractCase, extractedNames }, { writeNamedFolder }, { rerunWords }] =
      await Promise.all([
        import('#conformance/cases/index.ts'),
        import('#conformance/export/extract-case.ts'),
        import('../write-folder.ts'),
        import('../rerun-words.ts'),
      ]);
    const id = options.case;
    const one = cases.find((other) => other.id === id);
    if (one === undefined) {
      const { didYouMeanCase } = await import('../explain/suggestions.ts');
      return refuseHarness('misuse', 'harness.no-case', {
        message: `There is no case ${JSON.stringify(id)}${didYouMeanCase(id)}`,
        hint: '`palyra-conformance list` shows the cases.',
      });
    }
    const folder = resolve(shell.folder, options.folder);
    const program = programWords(shell);
    const rerun = rerunWords(program, id, seed.value, ['--', './my-adapter']);
    const parameters = parametersOf(options.names);
    const kind = { format: caseFormat, names: extractedNames };
    const written = writeNamedFolder(shell, options.folder, kind, (sink) =>
      extractCase(one, { parameters, seed: seed.value, folder, rerun }, sink),
    );
    if (!written.ok) return written;
    const next = showCommandLine([...program, 'replay', options.folder, '--', './my-adapter']);
    return ok({ stdout: `${printable(options.folder)}: ${id}\nTo ask it by hand: ${printable(next)}\n` });
  },
});
