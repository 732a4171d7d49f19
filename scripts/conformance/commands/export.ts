import { resolve } from 'node:path';
import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { plainJson } from '../json.ts';
import { namesOption, parametersOf } from '../names-option.ts';
import { rewritingLine } from '../progress.ts';
import { seedOf, seedOptions } from '../seed-options.ts';
import { checkSelection, selectionOf, selectionOptions } from '../selection-options.ts';

export default command({
  about: `Writes the cases as data: one JSON line for each with its input and what it must bring, large inputs as files, the
schemas, the requirements, a stamp with digests, and a Python script that puts them to a program. Whoever has the folder
needs neither this package nor Node. An earlier export in the folder is replaced, anything else is left alone.`,
  example: 'palyra-conformance export vectors --area manifest',
  options: {
    folder: { kind: 'argument', shows: 'folder', about: 'Where the vectors go.' },
    ...selectionOptions,
    ...seedOptions,
    ...namesOption,
    json: { kind: 'flag', about: 'Print the counts as JSON.' },
  },
  oneOf: [{ of: ['fresh', 'seed'], required: false }],
  run: async (options, shell) => {
    const seed = seedOf(options, shell);
    if (!seed.ok) return seed;
    const selection = selectionOf(options);
    const some = await checkSelection(selection);
    if (!some.ok) return some;
    const [{ exportedNames, exportVectors, vectorsFormat }, { describeFolderProblem, writeFolder }] = await Promise.all(
      [import('#conformance/export/export-vectors.ts'), import('#conformance/export/folder.ts')],
    );
    const line = rewritingLine(shell);
    const parameters = parametersOf(options.names);
    const onVector = everyHundredth((done, planned) => line.show(`${done}/${planned} cases`));
    const kind = { format: vectorsFormat, names: exportedNames };
    const written = writeFolder(resolve(shell.folder, options.folder), kind, (sink) =>
      exportVectors({ parameters, seed: seed.value, selection, onVector }, sink),
    );
    line.end();
    if (!written.ok) {
      return refuseHarness('misuse', 'harness.no-folder', { message: `${describeFolderProblem(written.problem)}.` });
    }
    const { vectors, blobs } = written.value;
    if (options.json) return ok({ stdout: plainJson({ vectors, blobs, seed: seed.value }) });
    const counts = `${vectors} vectors and ${blobs} blobs, seed ${seed.value}`;
    return ok({ stdout: `${printable(options.folder)}: ${counts}\n` });
  },
});

function everyHundredth(show: (done: number, planned: number) => void) {
  return ({ done, planned }: { readonly done: number; readonly planned: number }) => {
    if (done % 100 === 0) show(done, planned);
  };
}
