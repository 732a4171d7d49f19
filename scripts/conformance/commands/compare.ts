import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { refuseHarness } from '../harness-failure.ts';
import { selectionOptions } from '../selection-options.ts';
import { writeOrShow } from '../write-or-show.ts';

export default command({
  about: `Puts reports side by side, requirement by requirement and case by case: of several implementations, or of one before
and after a change. With --regress the first of two reports is before and the second after; what got worse comes first,
and the command leaves with 1 if anything did. In Markdown that makes a comment on a pull request.`,
  example: 'palyra-conformance compare before.jsonl after.jsonl --regress --format markdown',
  options: {
    reports: { kind: 'arguments', shows: 'file', least: 2, about: 'Files report.jsonl.' },
    regress: { kind: 'flag', about: 'Show what changed from the first report to the second.' },
    differences: { kind: 'flag', about: 'Leave out what is the same everywhere.' },
    area: { ...selectionOptions.area, about: 'Only these areas. Default: all.' },
    set: { ...selectionOptions.set, about: 'Only requirements of these sets, and their cases. Default: all.' },
    requirement: { kind: 'list', shows: 'id', about: 'Only this requirement, and its cases.' },
    mixed: { kind: 'flag', about: 'Also compare reports of suites with different cases, where they overlap.' },
    format: {
      kind: 'choice',
      choices: ['text', 'json', 'markdown', 'html'],
      about: 'What to make; html is always the whole table.',
    },
    output: { kind: 'value', shows: 'file', about: 'Where it goes. Default: standard output.' },
  },
  oneOf: [
    { of: ['regress', 'differences'], required: false },
    { of: ['regress', 'area'], required: false },
    { of: ['regress', 'set'], required: false },
    { of: ['regress', 'requirement'], required: false },
  ],
  run: async (options, shell) => {
    const { regress, mixed, format } = options;
    if (regress && options.reports.length > 2) {
      return refuseHarness('misuse', 'harness.not-two', {
        message: `--regress takes two reports, and there are ${options.reports.length}.`,
        hint: 'Give the report before the change, then the one after it.',
      });
    }
    const { changesOf, namedReports, requirementIds, tableOf } = await import('../comparisons.ts');
    const requirements = requirementIds(options.requirement);
    if (!requirements.ok) return requirements;
    const reports = namedReports(options.reports, shell);
    if (!reports.ok) return reports;
    if (regress) {
      const changes = changesOf(reports.value, mixed, format);
      if (!changes.ok) return changes;
      const { text, regressed } = changes.value;
      return writeOrShow(shell, options.output, text, regressed ? exitCodes.not_conformant : 0);
    }
    const { differences: onlyDifferences, area, set } = options;
    const filter = { onlyDifferences, areas: area, sets: set, requirements: requirements.value };
    const table = tableOf(reports.value, { filter, mixed }, format);
    return table.ok ? writeOrShow(shell, options.output, table.value) : table;
  },
});
