import { ok } from '#spec/result.ts';
import { printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { plainJson } from '../json.ts';

export default command({
  about: `Follows the chain of hashes through the report, and works out again what its header and footer claim. A line that
was edited, dropped, moved, repeated or cut off is named by its number. Leaves with 1 where the report does not hold; the
verdict of a report that holds is shown and does not count. \`report verify\` is the same.`,
  example: 'palyra-conformance verify-report reports/run/report.jsonl',
  options: {
    report: { kind: 'argument', shows: 'file', about: 'A report.jsonl.' },
    json: { kind: 'flag', about: 'Print the findings as JSON.' },
  },
  oneOf: [],
  run: async ({ report: path, json }, shell) => {
    const [{ checkReportFile }, { describeFinding }] = await Promise.all([
      import('../report-files.ts'),
      import('#conformance/report/finding.ts'),
    ]);
    const checked = await checkReportFile(shell, path);
    if (!checked.ok) return checked;
    const { findings, header, footer } = checked.value;
    const exitCode = findings.length === 0 ? 0 : exitCodes.not_conformant;
    if (json) {
      const told = findings.map((finding) => ({ ...finding, text: describeFinding(finding) }));
      return ok({ stdout: plainJson({ holds: findings.length === 0, findings: told }), exitCode });
    }
    if (findings.length > 0) {
      const lines = findings.map((finding) => `  ${describeFinding(finding)}\n`);
      return ok({ stdout: `${printable(path)} does not hold:\n${lines.join('')}`, exitCode });
    }
    const who = `${header?.subject.name} ${header?.subject.version}`;
    return ok({
      stdout: `${printable(`${path} holds: ${who}, ${header?.plan.planned} cases, ${footer?.verdict}`)}\n`,
      exitCode,
    });
  },
});
