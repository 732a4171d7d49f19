import { referenceSubject } from '#reference/subject/reference-subject.ts';
import { serve } from '#reference/subject/serve.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../../cli/problem.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';

export default command({
  about: `Answers the calls of a conformance run on standard input and output, one JSON object a line, as spec/protocol.md
has it. Leaves with 0 after bye or at the end of the input, and with 1 where a line is no message of protocol 1.`,
  example: 'palyra-ref subject --names documented',
  options: {},
  oneOf: [],
  run: async (options, shell) => {
    let written: Outcome<undefined> = ok(undefined);
    const write = async (line: string) => {
      written = await shell.writeStdout(line);
      return written.ok;
    };
    const complaint = await serve(referenceSubject(hostOf(options)), shell.stdin(), write);
    if (!written.ok) return written;
    return ok(
      complaint === undefined
        ? { stdout: '' }
        : { stdout: '', stderr: `palyra-ref subject: ${complaint}\n`, exitCode: 1 },
    );
  },
});
