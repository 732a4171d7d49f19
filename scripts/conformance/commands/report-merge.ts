import { ok } from '#spec/result.ts';
import { chooseOutput, writeOutput } from '../../cli/io.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { exitCodeOf } from '../run-verdict.ts';

export default command({
  about: `Puts the reports of all shards together to the report that the run would have written undivided. Refuses shards
that are missing, there twice, of another subject, or of other cases. Leaves as \`run\` would have: with 0, 1 or 2 by the
verdict of the whole.`,
  example: 'palyra-conformance report merge shard-1.jsonl shard-2.jsonl --output report.jsonl',
  options: {
    reports: { kind: 'arguments', shows: 'file', least: 1, about: 'The report.jsonl of each shard, in any order.' },
    output: { kind: 'value', shows: 'file', required: true, about: 'Where the whole report goes.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const [{ readReportFiles }, { mergeReports }, { describeMergeProblem }, { encodeReport }, { cases }] =
      await Promise.all([
        import('../report-files.ts'),
        import('#conformance/report/merge.ts'),
        import('#conformance/report/merge-problem.ts'),
        import('#conformance/report/stream.ts'),
        import('#conformance/cases/index.ts'),
      ]);
    const reports = readReportFiles(shell, options.reports);
    if (!reports.ok) return reports;
    const merge = mergeReports(reports.value, cases);
    if (!merge.ok) {
      const nameOf = (report: number) => options.reports[report] ?? '';
      return refuseHarness('misuse', 'harness.cannot-merge', {
        message: merge.problems.map((problem) => describeMergeProblem(problem, nameOf)).join(' '),
        hint: 'Every shard of one run is needed, each once: `run --shard 1/4` to `--shard 4/4` with otherwise the same options.',
      });
    }
    const output = chooseOutput(shell, options.output, []);
    if (!output.ok) return output;
    const written = writeOutput(output.value, Buffer.from(encodeReport(merge.report)));
    if (!written.ok) return written;
    const { header, cases: lines, footer } = merge.report;
    const known = lines.filter((line) => line.known !== undefined).length;
    const text = `${options.output}: ${lines.length} cases of ${options.reports.length} reports, ${header.subject.name}: ${footer.verdict}`;
    return ok({ stdout: `${printable(text)}\n`, exitCode: exitCodeOf({ header, footer, known, findings: undefined }) });
  },
});
