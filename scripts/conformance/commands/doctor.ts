import type { DoctorReport } from '#conformance/doctor/report.ts';
import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { rewritingLine } from '../progress.ts';
import { processOptions, programOption, stdioOptions } from '../subject-options.ts';

const { 'one-shot': _, ...startOptions } = processOptions;

export default command({
  about: `Is the adapter sane? Asks what every adapter must get right, whatever the implementation behind it says: greeting,
ids, bytes, errors, order, state, leaving. Shows the field and the line that are wrong, and what to do. With --inject it
also breaks the lines in both directions, to see that neither side is led astray. Leaves with 1 where a check fails, and
with 3 where the program does not start.`,
  example: 'palyra-conformance doctor --inject -- ./my-adapter --stdio',
  options: {
    inject: { kind: 'flag', about: 'Put faults on the wire too; takes a little longer.' },
    ...startOptions,
    json: { kind: 'flag', about: 'Print the checks as JSON.' },
    program: { ...programOption, required: true },
  },
  oneOf: [],
  run: async (options, shell) => {
    const stdio = stdioOptions({ ...options, 'one-shot': false }, shell);
    if (!stdio.ok) return stdio;
    const [{ examine }, { renderDoctorJson, renderDoctorText }] = await Promise.all([
      import('#conformance/doctor/examine.ts'),
      import('#conformance/doctor/render.ts'),
    ]);
    const line = rewritingLine(shell);
    let done = 0;
    const report = await examine(stdio.value, {
      inject: options.inject,
      onCheck: ({ id }) => line.show(`${++done} checks done, the last was ${id}`),
    });
    line.end();
    const render = options.json ? renderDoctorJson : renderDoctorText;
    return ok({ stdout: render(report), exitCode: exitCodeOf(report) });
  },
});

function exitCodeOf({ verdict, checks }: DoctorReport): number {
  if (verdict !== 'not sane') return 0;
  const started = checks.some(({ id, status }) => id === 'start' && status === 'ok');
  return started ? exitCodes.not_conformant : exitCodes.not_started;
}
