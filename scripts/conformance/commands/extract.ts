import { resolve } from 'node:path';
import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { namesOption, parametersOf } from '../names-option.ts';
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
    const [
      { cases },
      { caseFormat, extractCase, extractedNames },
      { describeFolderProblem, writeFolder },
      { rerunWords },
    ] = await Promise.all([
      import('#conformance/cases/index.ts'),
      import('#conformance/export/extract-case.ts'),
      import('#conformance/export/folder.ts'),
      import('../rerun-words.ts'),
    ]);
    const id = options.case;
    if (!cases.some((one) => one.id === id)) {
      const { suggestionsFor } = await import('../explain/look-up.ts');
      const similar = suggestionsFor(id).filter((one) => one.includes('/'));
      return refuseHarness('misuse', 'harness.no-case', {
        message: `There is no case ${JSON.stringify(id)}${similar.length === 0 ? '.' : `; did you mean ${similar.join(' or ')}?`}`,
        hint: '`palyra-conformance list` shows the cases.',
      });
    }
    const folder = resolve(shell.folder, options.folder);
    const rerun = rerunWords(id, seed.value, ['--', './my-adapter']);
    const parameters = parametersOf(options.names);
    const written = writeFolder(folder, { format: caseFormat, names: extractedNames }, (sink) =>
      extractCase(id, { parameters, seed: seed.value, folder, rerun }, sink),
    );
    if (!written.ok) {
      return refuseHarness('misuse', 'harness.no-folder', { message: `${describeFolderProblem(written.problem)}.` });
    }
    const next = `palyra-conformance replay ${options.folder} -- ./my-adapter`;
    return ok({ stdout: `${printable(`${options.folder}: ${id}\nTo ask it by hand: ${next}`)}\n` });
  },
});
