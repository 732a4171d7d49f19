import { command } from '../command.ts';
import { runOptions } from '../run-options.ts';

export default command({
  about: `Starts the program behind the two dashes, puts every case to it, and says of each failure what was expected, what
came, and how to ask for it again. Without a program it asks the reference in this package. Only a complete run of the
frozen cases can end in conformant; one with --case, --exclude, --area, --level, --shard or --fresh ends in passed. One with --set is
conformant to those sets alone, and says which.
What a host lacks it may answer with unsupported: that fails nothing, and leaves the requirement open.
Where the baseline knows of every failure and something passed, it leaves with 0, and its verdict stays not conformant.`,
  example: 'palyra-conformance run --area manifest --deadline 5000 -- ./my-adapter --stdio',
  options: runOptions,
  oneOf: [
    { of: ['fresh', 'seed'], required: false },
    { of: ['program', 'names'], required: false },
  ],
  run: async (options, shell) => {
    const { readSettings } = await import('../run-settings.ts');
    const settings = await readSettings(options, shell);
    if (!settings.ok) return settings;
    const { runToReports } = await import('../run-to-reports.ts');
    return runToReports(options, settings.value, shell);
  },
});
