import { command } from '../command.ts';
import { runOptions } from '../run-options.ts';

export default command({
  about: `Starts the program behind the two dashes, puts every case to it, and says of each failure what was expected, what
came, and how to ask for it again. Without a program it asks the reference in this package. Only a complete run of the
frozen cases can end in conformant; one with --case, --level, --shard or --fresh ends in passed.`,
  example: 'palyra-conformance run --area manifest --deadline 5000 -- ./my-adapter --stdio',
  options: runOptions,
  oneOf: [
    { of: ['fresh', 'seed'], required: false },
    { of: ['program', 'names'], required: false },
    { of: ['quiet', 'json'], required: false },
  ],
  run: async (options, shell) => {
    const { readSettings } = await import('../run-settings.ts');
    const settings = await readSettings(options, shell);
    if (!settings.ok) return settings;
    const { runToReports } = await import('../run-to-reports.ts');
    return runToReports(options, settings.value, shell);
  },
});
