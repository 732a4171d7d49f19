import type { commonOptions, OptionTable, Parsed } from '../cli/options.ts';
import { formats } from './renderings.ts';
import { seedOptions } from './seed-options.ts';
import { selectionOptions } from './selection-options.ts';
import { shardOptions } from './shard-option.ts';
import { processOptions, programOption } from './subject-options.ts';

export const runOptions = {
  program: programOption,
  names: {
    kind: 'choice',
    choices: ['shipped', 'documented'],
    about: 'Whose names the embedded reference uses; a program states its own.',
  },
  ...selectionOptions,
  ...shardOptions,
  ...seedOptions,
  jobs: {
    kind: 'integer',
    shows: 'n',
    least: 1,
    most: 256,
    about: 'How many copies of the program may work at a time, if it allows that. Default: one for each processor.',
  },
  ...processOptions,
  baseline: { kind: 'value', shows: 'file', about: 'The failures that are known; see `baseline update`.' },
  'reason-map': { kind: 'value', shows: 'file', about: 'What the errors of the program are called here.' },
  reports: {
    kind: 'value',
    shows: 'folder',
    about:
      'Where reports go, in place of earlier ones. Default: reports/run, and with --case or --exclude reports/part.',
  },
  format: {
    kind: 'choices',
    choices: ['jsonl', ...formats],
    about: 'What is written beside report.jsonl. Default: markdown,html.',
  },
  quiet: { kind: 'flag', about: 'No progress, and nothing but the verdict.' },
  json: { kind: 'flag', about: 'Print the verdict and the counts as JSON.' },
} as const satisfies OptionTable;

export type RunOptions = Parsed<typeof runOptions> & Parsed<typeof commonOptions>;
