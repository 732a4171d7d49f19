import { ok } from '#spec/result.ts';
import { chooseOutput, writeOutput } from '../../cli/io.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { plainJson } from '../json.ts';

export default command({
  about: `Makes the baseline say what the report shows: failures that are new are added for you to explain, what passes now
goes, and what fails otherwise is corrected. Comments and whatever needs no change stay to the letter. The file belongs
to the repository of the implementation; one that is not there is made.`,
  example: 'palyra-conformance baseline update known-failures.toml --report reports/run/report.jsonl',
  options: {
    file: { kind: 'argument', shows: 'file', about: 'The baseline.' },
    report: { kind: 'value', shows: 'file', required: true, about: 'The report.jsonl of a run.' },
    json: { kind: 'flag', about: 'Print what changed as JSON.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const [{ readReportFile }, { readBaselineText, refuseFile }, { updateBaseline }, { cases }] = await Promise.all([
      import('../report-files.ts'),
      import('../own-files.ts'),
      import('#conformance/baseline/update.ts'),
      import('#conformance/cases/index.ts'),
    ]);
    const report = readReportFile(shell, options.report);
    if (!report.ok) return report;
    const text = await readBaselineText(options.file, shell);
    if (!text.ok) return text;
    const updated = updateBaseline(
      text.value,
      report.value.cases,
      cases.map(({ id }) => id),
    );
    if (!updated.ok) return refuseFile('harness.bad-baseline', options.file, updated.problems);
    const output = chooseOutput(shell, options.file, []);
    if (!output.ok) return output;
    const written = writeOutput(output.value, Buffer.from(updated.text));
    if (!written.ok) return written;
    const { added, corrected, expanded, removed } = updated.counts;
    if (options.json) return ok({ stdout: plainJson({ added, corrected, expanded, removed }) });
    const counts = `${added} added, ${corrected} corrected, ${expanded} globs expanded, ${removed} removed`;
    return ok({ stdout: `${printable(options.file)}: ${counts}\n` });
  },
});
