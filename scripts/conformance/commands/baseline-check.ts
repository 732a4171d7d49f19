import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { count } from '../count.ts';
import { exitCodes } from '../exit.ts';
import { plainJson } from '../json.ts';
import { noExcuse } from '../run-text.ts';
import { nothingPassed } from '../run-verdict.ts';

export default command({
  about: `Holds a report against the baseline without asking anything again. Leaves with 4 where an entry is out of date: its
case passes, fails otherwise, or is gone, its day is over, or it would excuse everything; and with 1 where a failure is
not in the baseline, or nothing has passed. Entries that nobody has explained yet are named.`,
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
    const isNoExcuse = unknown.length === 0 && nothingPassed(report.value.footer.counts);
    const unfit = unknown.length > 0 || isNoExcuse ? exitCodes.not_conformant : 0;
    const exitCode = findings.length > 0 ? exitCodes.baseline_out_of_date : unfit;
    const { unexplained } = baseline.value;
    if (options.json) {
      const told = findings.map((finding) => ({ ...finding, text: describeFinding(finding) }));
      const counted = {
        known: failed.length - unknown.length,
        unknown,
        unexplained: unexplained.map((entry) => entry.case),
      };
      return ok({ stdout: plainJson({ ...counted, findings: told }), exitCode });
    }
    const outOfDate = new Set(findings.map(({ line }) => line)).size;
    const lines = [
      ...findings.map((finding) => `${options.file}, ${describeFinding(finding)}`),
      ...unexplained.map(
        (entry) =>
          `${options.file}, line ${entry.block.header}, ${entry.case}: nobody has said why yet; replace its reason`,
      ),
      ...unknown.map((id) => `not in the baseline: ${id}`),
      `${count(failed.length, 'failure')}, ${unknown.length} not known; ${count(outOfDate, 'entry', 'entries')} out of date`,
      ...(isNoExcuse ? [noExcuse] : []),
    ];
    return ok({ stdout: lines.map((line) => `${printable(line)}\n`).join(''), exitCode });
  },
});
