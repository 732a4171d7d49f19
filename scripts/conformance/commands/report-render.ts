import { command } from '../command.ts';
import { formats } from '../renderings.ts';
import { writeOrShow } from '../write-or-show.ts';

export default command({
  about: `Makes of a report what another program or a person reads: JUnit XML, CTRF or SARIF for a CI service, a shields
badge, Markdown, or one HTML page that needs nothing else. Nothing is asked again.`,
  example: 'palyra-conformance report render html reports/run/report.jsonl --output report.html',
  options: {
    format: { kind: 'argument', shows: 'format', choices: formats, about: 'What to make.' },
    report: { kind: 'argument', shows: 'file', about: 'A report.jsonl.' },
    output: { kind: 'value', shows: 'file', about: 'Where it goes. Default: standard output.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const [{ readReportFile }, { render }] = await Promise.all([
      import('../report-files.ts'),
      import('../renderings.ts'),
    ]);
    const report = readReportFile(shell, options.report);
    if (!report.ok) return report;
    return writeOrShow(shell, options.output, await render(options.format, report.value, {}));
  },
});
