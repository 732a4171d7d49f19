import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { plainJson } from '../json.ts';

export default command({
  about: `Holds a report against the baseline without asking anything again. Leaves with 4 where an entry is out of date: its
case passes, fails otherwise, is gone, or its day is over; and with 1 where a failure is not in the baseline.`,
  example: 'palyra-conformance baseline check known-failures.toml --report reports/run/report.jsonl',
  options: {
    file: { kind: 'argument', shows: 'file', about: 'The baseline.' },
    report: { kind: 'value', shows: 'file', required: true, about: 'The report.jsonl of a run.' },
    json: { kind: 'flag', about: 'Print what was found as JSON.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const [{ readReportFile }, { readBaseline }, { describeFinding }] = await Promise.all([
      import('../report-files.ts'),
      import('../own-files.ts'),
      import('#conformance/baseline/finding.ts'),
    ]);
    const report = readReportFile(shell, options.report);
    if (!report.ok) return report;
    const baseline = await readBaseline(options.file, shell);
    if (!baseline.ok) return baseline;
    for (const line of report.value.cases) baseline.value.see(line);
    const failed = report.value.cases.filter(({ verdict }) => verdict === 'fail');
    const unknown = failed.filter((line) => baseline.value.reasonFor(line) === undefined).map(({ id }) => id);
    const findings = baseline.value.finish();
    const exitCode =
      findings.length > 0 ? exitCodes.baseline_out_of_date : unknown.length > 0 ? exitCodes.not_conformant : 0;
    if (options.json) {
      const told = findings.map((finding) => ({ ...finding, text: describeFinding(finding) }));
      return ok({ stdout: plainJson({ known: failed.length - unknown.length, unknown, findings: told }), exitCode });
    }
    const lines = [
      ...findings.map((finding) => `${options.file}, ${describeFinding(finding)}`),
      ...unknown.map((id) => `not in the baseline: ${id}`),
      `${failed.length} failures, ${unknown.length} of them not known; ${findings.length} entries out of date`,
    ];
    return ok({ stdout: lines.map((line) => `${printable(line)}\n`).join(''), exitCode });
  },
});
