import { resolve } from 'node:path';
import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { refuseHarness } from '../harness-failure.ts';
import { programOption } from '../subject-options.ts';

export default command({
  about: `Feeds the call that \`extract\` wrote to a program and shows its answer beside what is expected. The program starts
here, with your environment; its standard error is yours, and it may take as long as it likes, so that it can stand
behind a debugger. Leaves with 0 where the answer is as expected, and with 1 where it is not.`,
  example: 'palyra-conformance replay latin-1 -- node --inspect-brk my-adapter.mjs',
  options: {
    folder: { kind: 'argument', shows: 'folder', about: 'What `extract` wrote.' },
    twin: { kind: 'flag', about: 'Ask the accepted twin of the case instead.' },
    'reason-map': { kind: 'value', shows: 'file', about: 'What the errors of the program are called here.' },
    program: { ...programOption, required: true },
  },
  oneOf: [],
  run: async (options, shell) => {
    const path = options['reason-map'];
    const { readReasonMap } = await import('../own-files.ts');
    const map = path === undefined ? ok(undefined) : await readReasonMap(path, shell);
    if (!map.ok) return map;
    const [{ readExtracted, describeExtractedProblem }, { describeReplay, readReplay, replayInput }] =
      await Promise.all([import('#conformance/export/extracted-case.ts'), import('#conformance/export/replay.ts')]);
    const { blobsIn, fileReader, runProgram } = await import('../replay-program.ts');
    const folder = resolve(shell.folder, options.folder);
    const read = readExtracted(fileReader(folder), options.twin ? 'twin' : 'case');
    if (!read.ok) {
      const message = `${options.folder}: ${describeExtractedProblem(read.problem)}.`;
      return refuseHarness('misuse', 'harness.no-extract', { message });
    }
    const outputs = resolve(folder, 'outputs');
    const input = replayInput(read.extracted, resolve(folder, 'blobs'), outputs);
    const program = await runProgram(options.program, input, shell);
    if (!program.ok) return program;
    const replayed = readReplay(read.extracted, program.value, blobsIn(outputs), map.value?.reasonOf);
    const asExpected = replayed.kind === 'answer' && replayed.judgement.verdict !== 'fail';
    return ok({
      stdout: describeReplay(read.extracted, replayed),
      exitCode: asExpected ? 0 : exitCodes.not_conformant,
    });
  },
});
